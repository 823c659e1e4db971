/** What process models may ask about the family, and what forms about it open with. */
package org.practicereview.family.process;
