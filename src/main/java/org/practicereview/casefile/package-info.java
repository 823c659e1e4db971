/** The facts of a case: reference, answers to forms, agencies asked, documents. */
package org.practicereview.casefile;
