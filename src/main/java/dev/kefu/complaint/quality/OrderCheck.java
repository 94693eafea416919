package dev.kefu.complaint.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The form quality-complaint-confirm.
 *
 * @param market {@code domestic} or {@code overseas}
 * @param contractNo of the claim, or null
 * @param damagesClaimed whether damages are claimed by contract
 * @param pretext whether the reason seems to be made up
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record OrderCheck(String market, String contractNo, boolean damagesClaimed, boolean pretext) {
}
