package dev.kefu.aftersales.roster;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The roster of a section for a month, from its forecast to the month's end (P10). */
@Entity
@Table(name = "aftersales_rosters")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Roster {

  /** Where it stands; the last four are ends. */
  enum Status {
    PLANNING, SUBMITTED, IN_FORCE, PUBLISHED, REJECTED, WITHDRAWN, CANCELLED;

    /** In work, in force or over: no other roster is made for the month. */
    static final Set<Status> STANDING = EnumSet.of(PLANNING, SUBMITTED, IN_FORCE, PUBLISHED);

    boolean isEnd() {
      return compareTo(IN_FORCE) > 0;
    }
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String section;
  private String rosterMonth;
  @Enumerated(EnumType.STRING)
  private Status status = Status.PLANNING;
  private BigDecimal forecastHours;
  private BigDecimal staffedHours = BigDecimal.ZERO;
  private String plannedBy;
  private int currentVersion;
  private Instant publishedAt;
  private Instant openedAt;
  private Instant endedAt;
  @Version
  private int version;

  @ElementCollection
  @CollectionTable(name = "aftersales_roster_versions", joinColumns = @JoinColumn(name = "roster_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<RosterVersion> versions = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "aftersales_roster_forecasts", joinColumns = @JoinColumn(name = "roster_id"))
  @OrderColumn(name = "position")
  @Getter(AccessLevel.NONE)
  private List<RosterForecast> forecast = new ArrayList<>();

  Roster(String caseNumber, String processInstanceId, Section section, YearMonth month, LoadForecast.Forecast expected, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.section = section.code();
    this.rosterMonth = month.toString();
    this.forecastHours = expected.staffHours();
    expected.load().forEach(row -> forecast.add(new RosterForecast(row)));
    this.openedAt = openedAt;
  }

  YearMonth month() {
    return YearMonth.parse(rosterMonth);
  }

  /** Takes a plan that keeps the limits. */
  void plan(BigDecimal hours, String by) {
    must("plan", Status.PLANNING, Status.SUBMITTED);
    staffedHours = hours;
    plannedBy = by;
    status = Status.SUBMITTED;
  }

  /** Staffed hours in per cent of the forecast; 100 when nothing is expected. */
  double coverage() {
    return forecastHours.signum() == 0 ? HUNDRED.doubleValue() : staffedHours.multiply(HUNDRED).divide(forecastHours, 1, RoundingMode.DOWN).doubleValue();
  }

  /** Publishes the first version. */
  void publish(Instant when) {
    must("publish", Status.SUBMITTED);
    publishedAt = when;
    status = Status.IN_FORCE;
    add("Published 公布", plannedBy, when);
  }

  /**
   * Begins the next version.
   *
   * @param hours staffed by then
   * @return its number
   */
  int change(String reason, String by, BigDecimal hours, Instant when) {
    must("change", Status.IN_FORCE);
    staffedHours = hours;
    add(reason, by, when);
    return currentVersion;
  }

  private void add(String reason, String by, Instant when) {
    versions.add(new RosterVersion(reason, by, when));
    currentVersion = versions.size();
  }

  /** Ends the roster; repeating the same end changes nothing. */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    if (status.isEnd() || outcome == Status.PUBLISHED && status != Status.IN_FORCE) {
      throw new IllegalStateException("The roster " + caseNumber + " cannot end as " + outcome + ": it is " + status + ".");
    }
    status = outcome;
    endedAt = when;
  }

  List<RosterVersion> getVersions() {
    return List.copyOf(versions);
  }

  List<RosterForecast> getForecast() {
    return List.copyOf(forecast);
  }

  private void must(String action, Status... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + action + ": the roster " + caseNumber + " is " + status + ".");
    }
  }
}
