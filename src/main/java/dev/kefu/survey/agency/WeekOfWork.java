package dev.kefu.survey.agency;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** How the agency's work stood on a day. */
@Embeddable
record WeekOfWork(LocalDate notedOn, int donePercent, String issues) {
}
