package dev.kefu.aftersales.support;

import java.time.Instant;

/**
 * What the table support-severity says of a problem.
 *
 * @param severity {@code level1} (worst) to {@code level5}
 * @param reactDue until when the unit reacts
 * @param halfSolveAt when half of the solution time is over
 * @param solveDue until when it is solved
 */
record Grade(String severity, Instant reactDue, Instant halfSolveAt, Instant solveDue) {
}
