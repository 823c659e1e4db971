/**
 * What the database is asked once while a page is put together, and not once for each part of it.
 */
@ApplicationModule(allowedDependencies = {})
package org.practicereview.reading;

import org.springframework.modulith.ApplicationModule;
