package dev.kefu.survey.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;

/** What an approval says of single items. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ItemDecisions(List<String> struckOut, List<Cut> cuts) {

  /** An item that gets less. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Cut(String item, BigDecimal amount) {
  }
}
