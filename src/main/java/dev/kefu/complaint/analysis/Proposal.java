package dev.kefu.complaint.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** What the supervisor proposes: a row of the form complaint-analysis-review. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@JsonIgnoreProperties(ignoreUnknown = true)
class Proposal {

  private String proposal;
  private String department;
  @JsonProperty("date")
  private LocalDate dueOn;
}
