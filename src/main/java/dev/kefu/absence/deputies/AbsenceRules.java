package dev.kefu.absence.deputies;

import dev.kefu.absence.Colleagues;
import dev.kefu.absence.Colleagues.Colleague;
import dev.kefu.absence.deputies.Absence.Kind;
import dev.kefu.absence.deputies.Absence.State;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What an absence must keep to. Finds everything that is wrong, field by field. */
@Component
@RequiredArgsConstructor
class AbsenceRules {

  private static final int LONGEST_DAYS = 366;
  private static final int LONGEST_REASON = 500;
  private static final String PERSON = "person";
  private static final String DEPUTY = "deputy";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String REASON = "reason";

  private final Colleagues colleagues;
  private final AbsenceRepository absences;
  private final Clock clock;

  /** What is wrong with an absence that is entered. */
  List<Fault> faultsOf(String person, String deputy, Period period, String reason) {
    List<Fault> faults = new ArrayList<>();
    person(person, "Absent person 缺勤人", faults);
    from(period.from(), faults);
    until(period, faults);
    reason(reason, false, faults);
    deputy(person, deputy, "Deputy 代理人", faults);
    if (faults.isEmpty()) {
      others(person).filter(other -> other.period().overlaps(period)).findFirst().ifPresent(other -> faults.add(new Fault(FROM, "From 開始日期",
          "there is an absence already, " + other.period() + " with " + colleagues.nameOf(other.getDeputy()) + " as deputy; end or change that one. One deputy at a time 該期間已登記缺勤；同一時間只能有一位代理人")));
      circle(person, deputy, period, null, "Deputy 代理人", faults);
    }
    return faults;
  }

  /** What is wrong with another end or another deputy. */
  List<Fault> faultsOf(Absence absence, String deputy, LocalDate until, String reason) {
    List<Fault> faults = new ArrayList<>();
    Period period = new Period(absence.getFirstDay(), until);
    until(period, faults);
    if (until != null && until.isBefore(today())) {
      faults.add(new Fault(UNTIL, "Until 結束日期", "is before today; end the absence instead 早於今日，請直接結束缺勤"));
    }
    reason(reason, false, faults);
    deputy(absence.getPerson(), deputy, "Deputy 代理人", faults);
    if (faults.isEmpty()) {
      others(absence.getPerson()).filter(other -> !other.getId().equals(absence.getId()) && other.period().overlaps(period)).findFirst().ifPresent(other -> faults.add(
          new Fault(UNTIL, "Until 結束日期", "the next absence begins before, " + other.period() + " 與下一次缺勤重疊")));
      circle(absence.getPerson(), deputy, period, absence.getId(), "Deputy 代理人", faults);
    }
    return faults;
  }

  /** What is wrong with the hand-over of a leaver. */
  List<Fault> faultsOfLeaver(String person, String successor, String reason) {
    List<Fault> faults = new ArrayList<>();
    person(person, "Leaver 離職人員", faults);
    reason(reason, true, faults);
    deputy(person, successor, "Successor 接手人", faults);
    if (faults.isEmpty()) {
      circle(person, successor, new Period(today(), null), null, "Successor 接手人", faults);
    }
    return faults;
  }

  /** Whether the deputy may act for the person in these days, when somebody is replaced. */
  boolean allows(Absence absence, String deputy) {
    List<Fault> faults = new ArrayList<>();
    deputy(absence.getPerson(), deputy, "", faults);
    circle(absence.getPerson(), deputy, absence.period(), absence.getId(), "", faults);
    return faults.isEmpty();
  }

  private void person(String person, String label, List<Fault> faults) {
    if (person == null || person.isBlank()) {
      faults.add(Fault.required(PERSON, label));
    } else if (colleagues.find(person).isEmpty()) {
      faults.add(new Fault(PERSON, label, "is no employee with a task list 不是有任務列表的員工"));
    } else if (hasLeft(person)) {
      faults.add(new Fault(PERSON, label, "has left 已離職"));
    }
  }

  private void deputy(String person, String deputy, String label, List<Fault> faults) {
    if (deputy == null || deputy.isBlank()) {
      faults.add(Fault.required(DEPUTY, label));
      return;
    }
    Optional<Colleague> found = colleagues.find(deputy);
    if (deputy.equals(person)) {
      faults.add(new Fault(DEPUTY, label, "nobody is the own deputy; choose a colleague 不得由本人代理，請另選同事"));
    } else if (found.isEmpty()) {
      faults.add(new Fault(DEPUTY, label, "is no employee with a task list 不是有任務列表的員工"));
    } else if (hasLeft(deputy)) {
      faults.add(new Fault(DEPUTY, label, "has left 已離職"));
    }
  }

  private void from(LocalDate from, List<Fault> faults) {
    if (from == null) {
      faults.add(Fault.required(FROM, "From 開始日期"));
    } else if (from.isBefore(today())) {
      faults.add(new Fault(FROM, "From 開始日期", "is before today 早於今日"));
    }
  }

  private static void until(Period period, List<Fault> faults) {
    if (period.until() == null) {
      faults.add(Fault.required(UNTIL, "Until 結束日期"));
    } else if (period.from() != null && period.until().isBefore(period.from())) {
      faults.add(new Fault(UNTIL, "Until 結束日期", "is before the first day 早於開始日期"));
    } else if (period.from() != null && ChronoUnit.DAYS.between(period.from(), period.until()) >= LONGEST_DAYS) {
      faults.add(new Fault(UNTIL, "Until 結束日期", "at most " + LONGEST_DAYS + " days 最長 " + LONGEST_DAYS + " 天"));
    }
  }

  private static void reason(String reason, boolean required, List<Fault> faults) {
    if (required && (reason == null || reason.isBlank())) {
      faults.add(Fault.required(REASON, "Reason 原因"));
    } else if (reason != null && reason.length() > LONGEST_REASON) {
      faults.add(new Fault(REASON, "Reason 原因", "has more than " + LONGEST_REASON + " characters 超過 " + LONGEST_REASON + " 個字"));
    }
  }

  private boolean hasLeft(String person) {
    return open().stream().anyMatch(absence -> absence.getKind() == Kind.LEAVING && absence.getPerson().equals(person));
  }

  /** Also over several deputies, as far as all of them are away at the same time. */
  private void circle(String person, String deputy, Period period, Long except, String label, List<Fault> faults) {
    List<Absence> open = open().stream().filter(absence -> !absence.getId().equals(except)).toList();
    path(deputy, person, period, open, new LinkedHashSet<>()).ifPresent(path -> faults.add(new Fault(DEPUTY, label, "goes round in a circle: "
        + colleagues.nameOf(person) + " → " + String.join(" → ", path.stream().map(colleagues::nameOf).toList()) + ". Choose somebody who is there 代理形成循環，請另選他人")));
  }

  private static Optional<List<String>> path(String at, String target, Period period, List<Absence> open, Set<String> passed) {
    if (at.equals(target)) {
      List<String> path = new ArrayList<>(passed);
      path.add(at);
      return Optional.of(path);
    }
    if (!passed.add(at)) {
      return Optional.empty();
    }
    for (Absence absence : open) {
      if (absence.getPerson().equals(at) && absence.period().overlaps(period)) {
        Optional<List<String>> found = path(absence.getDeputy(), target, absence.period().common(period), open, new LinkedHashSet<>(passed));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Stream<Absence> others(String person) {
    return open().stream().filter(absence -> absence.getPerson().equals(person));
  }

  private List<Absence> open() {
    return absences.findByStateInOrderByFirstDayAscIdAsc(State.OPEN);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
