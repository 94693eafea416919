package dev.kefu.complaint.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;

/**
 * The form quality-complaint-solution-propose.
 *
 * @param allowancePercent null unless the remedy is an allowance
 * @param ownGoods what the customer gets for own goods of a recalled batch, {@code exchange} or {@code return}; else null
 * @param damagesAmount yuan by contract, null unless the complaint is a claim
 * @param basis why so much
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SalesProposal(String salesOpinion, BigDecimal allowancePercent, String ownGoods, BigDecimal damagesAmount, String basis) {
}
