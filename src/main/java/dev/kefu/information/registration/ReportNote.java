package dev.kefu.information.registration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What the form customer-info-registration-report says beside the record.
 *
 * @param changeNote what changed and why; null for a new customer
 * @param otherCustomer number of the other record, when two are to be merged
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReportNote(String changeNote, String otherCustomer) {
}
