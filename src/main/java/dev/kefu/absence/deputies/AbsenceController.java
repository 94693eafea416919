package dev.kefu.absence.deputies;

import static java.util.stream.Collectors.toMap;

import dev.kefu.absence.Colleagues;
import dev.kefu.absence.Colleagues.Colleague;
import dev.kefu.absence.deputies.Absence.Kind;
import dev.kefu.absence.deputies.Absence.State;
import dev.kefu.absence.deputies.AbsenceRights.Caller;
import dev.kefu.absence.deputies.Absences.Entry;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serves Tasklist's entry "Absence 缺勤代理" and, below {@code /api}, other programs. What is entered takes effect at once. */
@RestController
@RequestMapping({"/api/absences", "/camunda/api/kefu/absences"})
@Tag(name = "Absences", description = "Who is away and who acts meanwhile; everybody for oneself, superiors for those below them, administrators for all")
@RequiredArgsConstructor
class AbsenceController {

  private final Absences absences;
  private final AbsenceRights rights;
  private final AbsenceSweep sweep;
  private final Colleagues colleagues;
  private final NoteTable notes;

  /** Somebody to choose. */
  record Choice(String id, String name, String role, String section) {

    static Choice of(Colleague colleague) {
      return new Choice(colleague.id(), colleague.name(), colleague.role(), colleague.section());
    }
  }

  /**
   * What the page offers.
   *
   * @param below those for whom the caller may enter absences and hand over
   * @param colleagues who can be a deputy
   */
  record Offer(String userId, List<Choice> below, List<Choice> colleagues) {
  }

  /** Somebody who is named. */
  record Person(String id, String name) {
  }

  /**
   * An absence as it is shown.
   *
   * @param until absent for a leaver
   * @param tasks open tasks that the deputy has because of it
   * @param mayChange whether the caller may end it
   */
  record View(long id, Kind kind, Person person, Person deputy, LocalDate from, LocalDate until, String reason, State state, String stateLabel, int tasks, boolean mayChange) {
  }

  /** A leaver and whoever takes over. */
  record Leaving(String person, String deputy, String reason) {
  }

  /** For whom the caller enters absences, and who can act. */
  @GetMapping("/offer")
  Offer offer() {
    Caller caller = rights.caller();
    List<Colleague> all = colleagues.all();
    return new Offer(caller.userId(), rights.below(caller, all).stream().map(Choice::of).toList(), all.stream().map(Choice::of).toList());
  }

  /** Open absences, and those that ended in the last thirty days, of the caller, of those for whom the caller acts, and of those below. */
  @GetMapping
  List<View> all() {
    Caller caller = rights.caller();
    Map<Long, Integer> handed = notes.handed();
    List<Absence> seen = absences.seenBy(caller);
    Map<String, String> names = seen.stream().flatMap(one -> Stream.of(one.getPerson(), one.getDeputy())).distinct().collect(toMap(id -> id, colleagues::nameOf));
    return seen.stream().map(one -> view(one, caller, handed.getOrDefault(one.getId(), 0), names)).toList();
  }

  /** Enters an absence; 400 names every wrong field, 403 for somebody else's who is not below the caller. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  View enter(@RequestBody Entry entry) {
    return done(absences.enter(entry, rights.caller()));
  }

  /** Another last day, deputy or reason of one that has not ended. */
  @PutMapping("/{id}")
  View change(@PathVariable long id, @RequestBody Entry entry) {
    return done(absences.change(id, entry, rights.caller()));
  }

  /** Ends it now: tasks that the deputy has go back. 404 for one that the caller may not see, 409 for one that has ended. */
  @PostMapping("/{id}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable long id) {
    absences.end(id, rights.caller());
    sweep.sweep();
  }

  /** Hands over what a leaver has and would get. */
  @PostMapping("/leavers")
  @ResponseStatus(HttpStatus.CREATED)
  View leave(@RequestBody Leaving leaving) {
    return done(absences.leave(leaving.person(), leaving.deputy(), leaving.reason(), rights.caller()));
  }

  private View done(Absence absence) {
    sweep.sweep();
    return view(absence, rights.caller(), notes.handed().getOrDefault(absence.getId(), 0),
        Map.of(absence.getPerson(), colleagues.nameOf(absence.getPerson()), absence.getDeputy(), colleagues.nameOf(absence.getDeputy())));
  }

  private View view(Absence absence, Caller caller, int tasks, Map<String, String> names) {
    boolean mayChange = absence.isOpen() && (absence.getKind() == Kind.ABSENCE && rights.mayEnter(caller, absence.getPerson()) || rights.isAbove(caller, absence.getPerson()));
    return new View(absence.getId(), absence.getKind(), new Person(absence.getPerson(), names.get(absence.getPerson())), new Person(absence.getDeputy(), names.get(absence.getDeputy())),
        absence.getFirstDay(), absence.getLastDay(), absence.getReason(), absence.getState(), label(absence), tasks, mayChange);
  }

  private static String label(Absence absence) {
    return switch (absence.getState()) {
      case PLANNED -> "Planned 已登記";
      case ACTIVE -> absence.getKind() == Kind.LEAVING ? "Handed over 已移交" : "Absent now 缺勤中";
      case ENDED -> "Ended 已結束";
      case CANCELLED -> "Called off 已取消";
    };
  }
}
