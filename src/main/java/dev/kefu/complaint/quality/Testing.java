package dev.kefu.complaint.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;

/**
 * The form quality-complaint-inquiry-test.
 *
 * @param sample number of the sample
 * @param laboratory outside laboratory, null for our own; so is the next
 * @param testResult {@code pass}, {@code fail} or {@code undetermined}
 * @param fault {@code ours} or {@code customer}, null unless the sample failed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Testing(String sample, LocalDate testedOn, String laboratory, String reportNo, String testResult, String fault, String findings) {
}
