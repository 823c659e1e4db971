package org.practicereview.absence;

/**
 * Why a cover ends before its last day, or does not begin.
 *
 * @param why a clause for people, without its full stop
 * @param needed whether the person who is away still needs a cover
 */
record EarlyEnd(String why, boolean needed) {}
