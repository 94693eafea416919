package dev.kefu.survey.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * How large a survey is.
 *
 * @param regions codes with commas between them
 * @param note what was left out when its budget was cut; null before
 */
@Embeddable
record Scope(int sampleSize, String regions, @Column(name = "scope_note") String note) {
}
