/** What process models may ask about the team of a review. */
@NamedInterface("process")
package org.practicereview.reviewteam.process;

import org.springframework.modulith.NamedInterface;
