package dev.kefu.information.registration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The form customer-info-registration-merge.
 *
 * @param mergeDecision {@code merge} or {@code keep}
 * @param same numbers that are one customer; null when they are kept apart
 * @param survivor the number that stays; null likewise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record MergeDecision(String mergeDecision, List<String> same, String survivor) {
}
