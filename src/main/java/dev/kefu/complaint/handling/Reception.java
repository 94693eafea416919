package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a customer or a channel says: the form complaint-handling-receive.
 *
 * @param anonymous whether the customer does not say who it is
 * @param customer name, phone or code to look the customer up, absent for an anonymous complaint
 * @param contact who complains
 * @param phone of the contact
 * @param receivedAt when it came
 * @param channel code of the way it came
 * @param earlierCase number of the complaint that this one takes up again, or null
 * @param content what happened
 * @param complaintReason why the customer is not satisfied
 * @param product or null
 * @param orderNo or null
 * @param demands codes of what the customer wants
 * @param claimedAmount yuan, absent unless money is wanted
 * @param injuryOrDanger whether persons were hurt or are in danger
 * @param repeated whether it was complained about before
 * @param courtThreat whether the customer threatens to go to court
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Reception(boolean anonymous, String customer, String contact, String phone, OffsetDateTime receivedAt, String channel, String earlierCase, String content,
                 String complaintReason, String product, String orderNo, List<String> demands, BigDecimal claimedAmount, boolean injuryOrDanger, boolean repeated,
                 boolean courtThreat) {

  Reception {
    demands = demands == null ? List.of() : List.copyOf(demands);
  }
}
