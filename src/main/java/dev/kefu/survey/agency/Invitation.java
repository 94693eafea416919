package dev.kefu.survey.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Embeddable;

/** An agency that is invited to offer. */
@Embeddable
@JsonIgnoreProperties(ignoreUnknown = true)
record Invitation(String agency, String contact, String email) {
}
