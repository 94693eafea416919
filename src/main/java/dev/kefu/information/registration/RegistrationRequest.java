package dev.kefu.information.registration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;

/**
 * The form customer-info-registration-identify.
 *
 * @param operation {@code new}, {@code change}, {@code merge} or {@code deactivate}
 * @param customer what was typed of the customer; null for a new one
 * @param contactedOn day on which the customer was spoken to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RegistrationRequest(String operation, String customer, LocalDate contactedOn) {
}
