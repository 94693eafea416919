package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.OffsetDateTime;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One contact with the customer, or the attempt of one. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CustomerContact {

  private Instant contactedAt;
  private String way;
  private boolean answered;
  private String content;
  private String reaction;

  CustomerContact(Row row) {
    contactedAt = row.time().toInstant();
    way = row.way();
    answered = row.answered();
    content = row.content();
    reaction = row.reaction();
  }

  boolean isSameAs(CustomerContact other) {
    return contactedAt.equals(other.contactedAt) && way.equals(other.way);
  }

  /** A row of the tracking form. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(OffsetDateTime time, String way, boolean answered, String content, String reaction) {
  }
}
