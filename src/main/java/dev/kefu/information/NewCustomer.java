package dev.kefu.information;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What is known of a customer when it is first registered (first part of the customer registration form).
 *
 * @param customerName full name
 * @param shortName short name, or null
 * @param kind code of the kind, for example {@code direct}
 * @param state code of the state, for example {@code potential}
 * @param phone as written
 * @param email or null
 * @param region code of the region
 * @param address or null
 * @param source code of the source
 * @param consentContact whether the customer agreed to be contacted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NewCustomer(String customerName, String shortName, String kind, String state, String phone, String email, String region,
                          String address, String source, boolean consentContact) {
}
