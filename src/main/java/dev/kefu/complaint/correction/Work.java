package dev.kefu.complaint.correction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;

/** The form complaint-corrective-action-carry: what was done, what proves it, and when it was done. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Work(String done, String proof, LocalDate carriedOn) {
}
