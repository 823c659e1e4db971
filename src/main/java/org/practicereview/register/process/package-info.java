/** What models may tell to the register of matters, and ask of it. */
package org.practicereview.register.process;
