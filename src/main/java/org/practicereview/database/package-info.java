/**
 * How a database is brought to the state that this version of the service needs: by one node at a
 * time, and from every state in which an earlier version can have left it.
 */
package org.practicereview.database;
