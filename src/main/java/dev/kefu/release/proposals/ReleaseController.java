package dev.kefu.release.proposals;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kefu.engine.RunningModels;
import dev.kefu.engine.RunningModels.CaseMove;
import dev.kefu.engine.RunningModels.RunningFile;
import dev.kefu.organisation.CurrentPerson;
import dev.kefu.release.changes.Change;
import dev.kefu.release.changes.Changes;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Serves Tasklist's entry "Release 發佈" and, below {@code /api}, other programs. */
@RestController
@RequestMapping({"/api/releases", "/camunda/api/kefu/releases"})
@Tag(name = "Releases", description = "Process owners change models, tables and forms in the running system; a second one approves")
@RequiredArgsConstructor
class ReleaseController {

  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Releases releases;
  private final ReleaseExport export;
  private final RunningModels running;
  private final CurrentPerson person;

  /** Whether Tasklist offers the page. */
  record Right(boolean processOwner) {
  }

  /** A file in effect. */
  record File(String path, String name, String deployment, boolean released) {
  }

  /** A proposal in a list. */
  record Line(long id, String reason, Proposal.State state, String stateLabel, String proposedBy, String proposedAt, List<String> files) {
  }

  /**
   * What the page begins with.
   *
   * @param files all that can be taken away and changed
   * @param proposals the newest first
   */
  record Page(List<File> files, List<Line> proposals) {
  }

  /**
   * What a proposal does to a file.
   *
   * @param before the model before, for the picture; absent for tables, forms and new files
   * @param after the model after; absent for tables and forms
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangedFile(String path, List<Change> changes, String before, String after) {
  }

  /**
   * A proposal as a whole.
   *
   * @param forecast what would happen to running cases; absent when it is decided
   * @param following whether running cases are still being taken along
   * @param moved how many followed until now
   * @param toMove how many are left, as far as it is known
   * @param mayDecide whether the caller may approve or refuse it
   * @param mayWithdraw whether the caller may withdraw it
   * @param mayTakeBack whether it can be taken back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(long id, String reason, boolean moveCases, Proposal.State state, String stateLabel, String proposedBy, String proposedAt, String decidedBy, String decidedAt, String decisionNote,
              String returnedBy, String returnedAt, List<String> report, List<ChangedFile> files, CaseMove forecast, boolean following, int moved, int toMove, boolean mayDecide, boolean mayWithdraw, boolean mayTakeBack) {
  }

  /** What somebody says to a decision. */
  record Note(String note) {
  }

  /** Whether the caller is a process owner; asked before anything is offered. */
  @GetMapping("/right")
  Right right() {
    return new Right(releases.isAllowed());
  }

  /** Files in effect, and what was proposed. */
  @GetMapping
  Page page() {
    List<Proposal> proposals = releases.latest();
    Map<Long, List<String>> paths = releases.paths(proposals);
    return new Page(running.all().stream().map(file -> new File(file.path(), name(file.path()), file.deployment(), file.released())).toList(),
        proposals.stream().map(one -> new Line(one.id(), one.reason(), one.state(), one.state().label(), one.proposedBy(), text(one.proposedAt()),
            paths.getOrDefault(one.id(), List.of()).stream().map(ReleaseController::name).toList())).toList());
  }

  /** A file in effect, to be changed in Camunda Modeler. */
  @GetMapping("/file")
  ResponseEntity<byte[]> file(@RequestParam String path) {
    RunningFile file = releases.takeAway(path);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(path) + "\"")
        .header("X-Content-Type-Options", "nosniff").body(file.content());
  }

  /** Proposes changed files; 400 names every wrong element, 409 a file that somebody else released since it was taken away. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  View propose(@RequestParam(name = "files", required = false) List<MultipartFile> files, @RequestParam(required = false) String reason, @RequestParam(defaultValue = "true") boolean moveCases)
      throws IOException {
    releases.mustBeAllowed();
    Map<String, byte[]> uploads = new LinkedHashMap<>();
    for (MultipartFile file : Optional.ofNullable(files).orElse(List.of())) {
      uploads.put(Optional.ofNullable(file.getOriginalFilename()).map(ReleaseController::name).orElse(""), file.getBytes());
    }
    return view(releases.find(releases.propose(uploads, reason, moveCases)));
  }

  /** A proposal with all that it changes. */
  @GetMapping("/{id}")
  View one(@PathVariable long id) {
    return view(releases.find(id));
  }

  /** Puts it into effect, by another person than whoever proposed it. */
  @PostMapping("/{id}/approval")
  View approve(@PathVariable long id, @RequestBody(required = false) Note note) {
    return view(releases.approve(id, note == null ? null : note.note()));
  }

  /** Refuses it, with a reason. */
  @PostMapping("/{id}/refusal")
  View refuse(@PathVariable long id, @RequestBody(required = false) Note note) {
    releases.refuse(id, note == null ? null : note.note());
    return view(releases.find(id));
  }

  /** Withdraws what one has proposed. */
  @PostMapping("/{id}/withdrawal")
  View withdraw(@PathVariable long id) {
    releases.withdraw(id);
    return view(releases.find(id));
  }

  /** Back to the version before. */
  @PostMapping("/{id}/return")
  View takeBack(@PathVariable long id) {
    return view(releases.takeBack(id));
  }

  /** All that was released and is in effect, as files to put into the project's folder. */
  @GetMapping("/export.zip")
  void export(HttpServletResponse response) throws IOException {
    releases.noteExport();
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"releases.zip\"");
    export.write(response.getOutputStream());
  }

  private View view(Proposal proposal) {
    boolean waits = proposal.state() == Proposal.State.PROPOSED;
    boolean following = !proposal.following().isEmpty();
    boolean own = proposal.proposedBy().equals(person.userId());
    List<ProposalFile> files = releases.files(proposal.id());
    return new View(proposal.id(), proposal.reason(), proposal.moveCases(), proposal.state(), proposal.state().label(), proposal.proposedBy(), text(proposal.proposedAt()), proposal.decidedBy(),
        text(proposal.decidedAt()), proposal.decisionNote(), proposal.returnedBy(), text(proposal.returnedAt()), proposal.report() == null ? null : proposal.report().lines().toList(),
        files.stream().map(ReleaseController::changed).toList(), releases.forecast(proposal).orElse(null), following, proposal.moved(), proposal.toMove(), waits && !own, waits && own,
        !following && proposal.state() == Proposal.State.RELEASED && files.stream().anyMatch(file -> file.before() != null));
  }

  private static ChangedFile changed(ProposalFile file) {
    boolean isModel = file.path().endsWith(".bpmn");
    return new ChangedFile(file.path(), Changes.between(file.path(), file.before(), file.content()), isModel && file.before() != null ? new String(file.before(), StandardCharsets.UTF_8) : null,
        isModel ? new String(file.content(), StandardCharsets.UTF_8) : null);
  }

  private static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static String text(LocalDateTime moment) {
    return moment == null ? null : moment.format(AT);
  }
}
