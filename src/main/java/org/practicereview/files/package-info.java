/**
 * Which files may come in: what a file is by its content, whether it holds anything that acts by
 * itself, and whether a virus scanner knows it.
 */
@ApplicationModule(allowedDependencies = {})
package org.practicereview.files;

import org.springframework.modulith.ApplicationModule;
