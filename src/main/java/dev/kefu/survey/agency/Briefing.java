package dev.kefu.survey.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The form commissioned-survey-brief.
 *
 * @param feeCeiling in yuan
 * @param graceDays calendar days in which a report that failed may be corrected
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Briefing(String brief, BigDecimal feeCeiling, LocalDate dueDate, int graceDays, List<Invitation> agencies) {
}
