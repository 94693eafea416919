package dev.kefu.complaint.intake.imports;

import dev.kefu.complaint.intake.IntakeProblem;
import dev.kefu.complaint.intake.IntakeProperties;
import dev.kefu.complaint.intake.imports.ImportTable.NumberedError;
import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CasesFromOutside.Choice;
import dev.kefu.tables.ErrorList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves Tasklist's entry "Import complaints 導入投訴" and, below {@code /api}, other programs. A file is the body of its request, not a part of a form: so it
 * may be of any size, and is read only after its sender's right is known.
 */
@RestController
@RequestMapping({"/api/complaints/imports", "/camunda/api/kefu/complaints/imports"})
@Tag(name = "Imports of complaints", description = "For the complaint section")
@RequiredArgsConstructor
class ImportController {

  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int PAGE = 500;

  private final Imports imports;
  private final IntakeProperties settings;
  private final CaseAccess access;
  private final Clock clock;

  /**
   * What the page shows.
   *
   * @param columns labels of the fields that a file may have, a star after those that it must have
   * @param channels ways in which complaints come, for files without such a column
   * @param largestFile bytes
   * @param imports the newest first, 50 at most
   */
  record Page(List<String> columns, List<Choice> channels, long largestFile, List<View> imports) {
  }

  /**
   * An import.
   *
   * @param state {@code WAITING}, {@code RUNNING}, {@code DONE}, {@code CANCELLED} or {@code FAILED}
   * @param stateLabel what people read
   * @param running whether it goes on
   * @param percent 0 to 100
   * @param total rows below the heading
   * @param ignoredColumns headings that name no field; absent for none
   * @param by name of the person who uploaded it
   * @param problem why it failed; absent when it did not
   */
  record View(long id, String fileName, String state, String stateLabel, boolean running, int percent, long total, long read, long accepted, long refused,
              long duplicates, String ignoredColumns, String by, String at, String endedAt, String problem) {
  }

  /**
   * Whether Tasklist offers the page.
   *
   * @param mayImport whether the person may import
   */
  record Right(boolean mayImport) {
  }

  /** Whether the caller may import; asked before anything is offered. */
  @GetMapping("/right")
  Right right() {
    return new Right(imports.isAllowed());
  }

  /** All that the page needs. */
  @GetMapping
  Page page() {
    imports.requireRight();
    List<Import> newest = imports.newest();
    Map<String, String> names = access.namesOf(newest.stream().map(Import::uploadedBy).distinct().toList());
    return new Page(imports.columns(), imports.channels(), settings.imports().largestFile().toBytes(),
        newest.stream().map(one -> view(one, names)).toList());
  }

  /** Takes in a file, the body of the request; it is read in the background. */
  @Operation(requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, description = "CSV (UTF-8 or GB18030) or XLSX",
      content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))))
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  View upload(@RequestParam String fileName, @RequestParam(required = false) String channel, HttpServletRequest request) throws IOException {
    imports.requireRight();
    if (request.getContentLengthLong() > settings.imports().largestFile().toBytes()) {
      throw IntakeProblem.of(HttpStatus.PAYLOAD_TOO_LARGE, "The file is larger than %1$d MB 檔案超過 %1$d MB".formatted(settings.imports().largestFile().toMegabytes()));
    }
    return view(imports.upload(fileName, channel == null || channel.isBlank() ? null : channel, request.getInputStream()));
  }

  /** Where an import stands. */
  @GetMapping("/{id}")
  View find(@PathVariable long id) {
    imports.requireRight();
    return view(imports.find(id));
  }

  /** Ends an import; the cases that it opened stay. */
  @PostMapping("/{id}/cancellation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable long id) {
    imports.requireRight();
    imports.cancel(id);
  }

  /** Why rows were refused, as CSV, as far as the import has come. */
  @GetMapping("/{id}/errors")
  void errors(@PathVariable long id, HttpServletResponse response) throws IOException {
    imports.requireRight();
    imports.exported(id);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + "-errors.csv\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    Writer out = response.getWriter();
    out.write(ErrorList.beginning("Reference 來文編號"));
    for (List<NumberedError> some = imports.errors(id, 0, PAGE); !some.isEmpty(); some = imports.errors(id, some.get(some.size() - 1).id(), PAGE)) {
      for (NumberedError one : some) {
        out.write(ErrorList.line(one.error().row(), one.error().reference(), one.error().label(), one.error().message()));
      }
    }
  }

  private View view(Import one) {
    return view(one, access.namesOf(List.of(one.uploadedBy())));
  }

  private View view(Import one, Map<String, String> names) {
    boolean running = one.state() == ImportState.WAITING || one.state() == ImportState.RUNNING;
    return new View(one.id(), one.fileName(), one.state().name(), one.state().label(), running, one.percent(), one.total(), one.count().read(),
        one.count().accepted(), one.count().refused(), one.count().duplicates(), one.ignoredColumns().isEmpty() ? null : one.ignoredColumns(),
        names.getOrDefault(one.uploadedBy(), one.uploadedBy()), at(one.uploadedAt()), at(one.endedAt()), one.problem());
  }

  private String at(Instant moment) {
    return moment == null ? null : AT.format(moment.atZone(clock.getZone()));
  }
}
