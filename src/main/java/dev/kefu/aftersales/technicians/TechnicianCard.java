package dev.kefu.aftersales.technicians;

import java.util.Set;

/**
 * A technician as others see him or her.
 *
 * @param person user id
 * @param active whether jobs are given to this person
 * @param skills kinds of faults (codes of {@link Skills})
 * @param districts where this person goes
 */
public record TechnicianCard(String person, boolean active, Set<String> skills, Set<String> districts) {
}
