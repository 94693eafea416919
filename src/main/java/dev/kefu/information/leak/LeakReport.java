package dev.kefu.information.leak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;

/**
 * The form leak-incident-report without its classified part.
 *
 * @param foundAt when it was found
 * @param finder user id
 * @param kind {@code leaked}, {@code lost}, {@code stolen}, {@code unauthorised}, {@code sold} or {@code suspected}
 * @param grade highest secrecy grade of the data: {@code topSecret}, {@code confidential}, {@code secret} or {@code none}
 * @param customersAffected how many customers the data belong to, as far as is known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LeakReport(OffsetDateTime foundAt, String finder, String kind, String grade, int customersAffected) {
}
