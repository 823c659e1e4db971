/** Who of a family is invited to take part in a review, when that is safe, and what they answer. */
package org.practicereview.family;
