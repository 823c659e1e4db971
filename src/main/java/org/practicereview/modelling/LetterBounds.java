package org.practicereview.modelling;

import java.util.Map;
import java.util.Set;

/**
 * Within what a letter may be changed.
 *
 * @param shipped as it came with the service; for a letter of the folder as it is in use
 * @param inUse as it is in use
 * @param facts keys of the facts that it may use
 * @param keys what may stand behind each first word of a path, such as {@code dueOn} behind {@code
 *     about}
 * @param clocks ids of the clocks
 */
record LetterBounds(
    LetterParts shipped,
    LetterParts inUse,
    Set<String> facts,
    Map<String, Set<String>> keys,
    Set<String> clocks) {}
