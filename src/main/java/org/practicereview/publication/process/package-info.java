/** What process models call to have reports prepared, published, handed on, removed and sealed. */
package org.practicereview.publication.process;
