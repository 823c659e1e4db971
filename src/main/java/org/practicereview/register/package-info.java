/**
 * What runs beside a review and can come more than once: parallel proceedings, complaints, requests
 * for its material; and which proceedings hold publication.
 */
package org.practicereview.register;
