package dev.kefu.aftersales.roster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;

/**
 * The form service-roster-swap-slip.
 *
 * @param ownShift when the applicant's shift begins
 * @param otherShift when the partner's shift begins
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SwapSlip(String applicant, String partner, OffsetDateTime ownShift, OffsetDateTime otherShift, String reason) {
}
