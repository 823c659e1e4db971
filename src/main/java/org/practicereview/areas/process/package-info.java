/** What process models may ask about those outside the partnership. */
package org.practicereview.areas.process;
