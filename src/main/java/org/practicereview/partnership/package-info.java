/** What one safeguarding partnership does differently: names, contacts, agencies, options. */
package org.practicereview.partnership;
