/**
 * Measures the service beside a plain engine on the same database server, for {@code
 * docs/performance.md}: {@code mvn -Pbenchmark verify}. Asserts no time.
 */
package org.practicereview.benchmark;
