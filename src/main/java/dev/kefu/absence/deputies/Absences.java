package dev.kefu.absence.deputies;

import dev.kefu.absence.deputies.Absence.Kind;
import dev.kefu.absence.deputies.Absence.State;
import dev.kefu.absence.deputies.AbsenceRights.Caller;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of absences. Whoever writes holds the one lock, so that the rules hold also when two write at once; what follows for tasks is the sweep's. */
@Service
@RequiredArgsConstructor
@Transactional
class Absences {

  private static final int SHOWN_DAYS = 30;

  private final AbsenceRepository absences;
  private final AbsenceRules rules;
  private final AbsenceRights rights;
  private final AbsenceNotices notices;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  /** What people enter. */
  record Entry(String person, LocalDate from, LocalDate until, String deputy, String reason) {
  }

  /** Enters an absence, which begins with its first day. */
  Absence enter(Entry entry, Caller caller) {
    if (!rights.mayEnter(caller, entry.person())) {
      throw AbsenceProblem.notYours();
    }
    lock();
    Period period = new Period(entry.from(), entry.until());
    refuse(rules.faultsOf(entry.person(), entry.deputy(), period, entry.reason()));
    Absence absence = absences.save(new Absence(Kind.ABSENCE, entry.person(), entry.deputy(), period, text(entry.reason()), caller.userId(), now()));
    absence.begin(today());
    notices.entered(absence, caller.userId());
    note("enterAbsence", absence, caller);
    return absence;
  }

  /** Another last day, another deputy, another reason. */
  Absence change(long id, Entry entry, Caller caller) {
    lock();
    Absence absence = changeable(id, caller);
    if (absence.getKind() == Kind.LEAVING) {
      throw AbsenceProblem.over();
    }
    refuse(rules.faultsOf(absence, entry.deputy(), entry.until(), entry.reason()));
    absence.change(entry.deputy(), entry.until(), text(entry.reason()));
    notices.entered(absences.saveAndFlush(absence), caller.userId());
    note("changeAbsence", absence, caller);
    return absence;
  }

  /** Ends it today, or calls it off; of a leaver, says that it was a mistake. */
  void end(long id, Caller caller) {
    lock();
    Absence absence = changeable(id, caller);
    absence.end(caller.userId(), now());
    notices.ended(absence, caller.userId());
    note("endAbsence", absence, caller);
  }

  /** Hands everything over that a leaver has, and whatever the person would get from now on. Whom the leaver acted for gets the successor as deputy. */
  Absence leave(String person, String successor, String reason, Caller caller) {
    if (caller.userId().equals(person) || !rights.isAbove(caller, person)) {
      throw AbsenceProblem.noLeaver();
    }
    lock();
    refuse(rules.faultsOfLeaver(person, successor, reason));
    List<Absence> open = open();
    open.stream().filter(other -> other.getPerson().equals(person)).forEach(own -> own.end(caller.userId(), now()));
    open.stream().filter(Absence::isOpen).filter(other -> other.getDeputy().equals(person)).forEach(other -> replace(other, successor, caller.userId()));
    Absence leaving = absences.save(new Absence(Kind.LEAVING, person, successor, new Period(today(), null), text(reason), caller.userId(), now()));
    leaving.begin(today());
    notices.left(leaving, caller.userId());
    note("handOverLeaver", leaving, caller);
    return leaving;
  }

  /** Begins and ends what is due; a second time, or on another node, nothing. */
  void keepToTheCalendar() {
    LocalDate today = today();
    // Not by the repository: what it has read once it would not read anew after waiting for the lock. Days as text, as in ClockTables.
    if (jdbc.sql("select count(*) from absences where state = 'PLANNED' and first_day <= ? or state in ('PLANNED', 'ACTIVE') and last_day < ?")
        .params(today.toString(), today.toString()).query(Integer.class).single() == 0) {
      return;
    }
    lock();
    for (Absence absence : open()) {
      if (absence.endByItself(today, now())) {
        notices.ended(absence, null);
      } else {
        absence.begin(today);
      }
    }
  }

  /** Ends those whose deputy is no longer there: superiors are told to name another one. */
  void endWithout(Collection<String> goneDeputies) {
    lock();
    open().stream().filter(one -> goneDeputies.contains(one.getDeputy())).forEach(one -> {
      one.end(null, now());
      notices.withoutDeputy(one);
    });
  }

  @Transactional(readOnly = true)
  List<Absence> open() {
    return absences.findByStateInOrderByFirstDayAscIdAsc(State.OPEN);
  }

  /** Open ones and those that ended lately, as far as the caller may see them. */
  @Transactional(readOnly = true)
  List<Absence> seenBy(Caller caller) {
    return Stream.concat(open().stream(), absences.findByEndedAtAfterOrderByEndedAtDescIdDesc(now().minusDays(SHOWN_DAYS)).stream()).filter(one -> rights.maySee(caller, one)).toList();
  }

  private void replace(Absence absence, String successor, String by) {
    if (rules.allows(absence, successor)) {
      absence.passTo(successor);
      notices.entered(absences.saveAndFlush(absence), by);
    } else {
      absence.end(by, now());
      notices.withoutDeputy(absence);
    }
  }

  private Absence changeable(long id, Caller caller) {
    Absence absence = absences.findById(id).filter(one -> rights.maySee(caller, one)).orElseThrow(AbsenceProblem::unknown);
    boolean may = absence.getKind() == Kind.LEAVING ? !caller.userId().equals(absence.getPerson()) && rights.isAbove(caller, absence.getPerson()) : rights.mayEnter(caller, absence.getPerson());
    if (!may) {
      throw AbsenceProblem.notYours();
    }
    if (!absence.isOpen()) {
      throw AbsenceProblem.over();
    }
    return absence;
  }

  private void note(String action, Absence absence, Caller caller) {
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, caller.userId(), action, "absence", String.valueOf(absence.getId()), null,
        Map.of("person", absence.getPerson(), "deputy", absence.getDeputy(), "period", absence.period().toString(), "reason", Objects.requireNonNullElse(absence.getReason(), ""))));
  }

  private void lock() {
    jdbc.sql("select id from absence_lock where id = 1 for update").query(Integer.class).single();
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw AbsenceProblem.wrong(faults);
    }
  }

  private static String text(String reason) {
    return reason == null || reason.isBlank() ? null : reason.strip();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
  }
}
