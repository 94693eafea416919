package dev.kefu.document.attachments;

import dev.kefu.document.access.CaseReading;
import dev.kefu.document.attachments.AttachmentProblem.FileError;
import dev.kefu.document.store.DiskFull;
import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseAccess.AskedFile;
import dev.kefu.engine.CaseAccess.CaseInSight;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Serves Tasklist's tab "Attachments 附件" and, below {@code /api}, other programs. An upload is read only after its sender's right is known. */
@RestController
@RequiredArgsConstructor
class AttachmentController {

  private static final Logger LOG = LoggerFactory.getLogger(AttachmentController.class);
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String FILES = "file";

  private final Attachments attachments;
  private final FileCheck check;
  private final CaseAccess access;
  private final CaseReading reading;
  private final DocumentProperties limits;
  private final IdentityService identityService;
  private final Clock clock;

  /**
   * Attachments as people read them.
   *
   * @param caseNumber whose they are
   * @param mayAdd whether the caller may add more
   * @param largestFile bytes
   * @param endings of files that are accepted
   * @param required what the task's form requires
   * @param attachments in the order in which they came
   */
  record CaseAttachments(String caseNumber, boolean mayAdd, long largestFile, List<String> endings, List<Required> required, List<Row> attachments) {
  }

  /**
   * An attachment that the task's form requires.
   *
   * @param kind to be sent with the file
   * @param label what to attach
   * @param there whether the case has one
   */
  record Required(String kind, String label, boolean there) {
  }

  /**
   * One attachment.
   *
   * @param size bytes
   * @param kind absent for one that no form asked for
   * @param kindLabel what the form calls it; absent where no form of the case asks for this kind
   * @param by name of the person who added it
   * @param at when, in the department's time
   * @param removable whether the caller may remove it now
   * @param removed by whom, when and why; absent for one that is there
   */
  record Row(long id, String name, String mediaType, long size, String sha256, String kind, String kindLabel, String by, String at, boolean removable, String removed) {
  }

  /** Attachments of the task's case; 404 for an unknown task, 403 for somebody who may not read the case. */
  @GetMapping("/camunda/api/kefu/tasks/{taskId}/attachments")
  CaseAttachments ofTask(@PathVariable String taskId) {
    CaseInSight sight = task(taskId);
    requireReadable(sight.mayRead() || access.mayRepair());
    return list(sight);
  }

  /** Attachments of a case, running, ended or known by its file alone; 404 for an unknown case, 403 for somebody who may not read it. */
  @GetMapping({"/api/cases/{caseNumber}/attachments", "/camunda/api/kefu/cases/{caseNumber}/attachments"})
  CaseAttachments ofCase(@PathVariable String caseNumber) {
    requireReadable(reading.mayRead(caseNumber).orElseThrow(() -> unknownCase(caseNumber)));
    return list(access.ofCase(caseNumber).orElseGet(() -> new CaseInSight(caseNumber, null, null, List.of(), true, false)));
  }

  /** Adds the parts {@code file}; the parameter {@code kind} says what a form requires them as. All are kept, or none. */
  @PostMapping(path = "/camunda/api/kefu/tasks/{taskId}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  CaseAttachments addToTask(@PathVariable String taskId, MultipartHttpServletRequest request) throws IOException {
    add(task(taskId), request);
    return ofTask(taskId);
  }

  /** Adds the parts {@code file} to a case, as for a task. */
  @PostMapping(path = {"/api/cases/{caseNumber}/attachments", "/camunda/api/kefu/cases/{caseNumber}/attachments"}, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  CaseAttachments addToCase(@PathVariable String caseNumber, MultipartHttpServletRequest request) throws IOException {
    add(theCase(caseNumber), request);
    return ofCase(caseNumber);
  }

  /** The content, always as a download: a browser never opens it within the application. */
  @GetMapping({"/camunda/api/kefu/attachments/{id}", "/api/attachments/{id}"})
  void download(@PathVariable long id, HttpServletResponse response) throws IOException {
    Attachment attachment = attachments.read(id, person());
    try (InputStream content = attachments.content(attachment)) {
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(attachment.getFileName(), StandardCharsets.UTF_8).build().toString());
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
      response.setContentType(attachment.getMediaType());
      response.setContentLengthLong(attachment.getFileSize());
      content.transferTo(response.getOutputStream());
    } catch (FileNotFoundException lost) {
      throw new IllegalStateException("The content of attachment " + id + " is missing from its store", lost);
    }
  }

  /** Marks an attachment as removed; the repair group gives a reason. */
  @DeleteMapping({"/camunda/api/kefu/attachments/{id}", "/api/attachments/{id}"})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable long id, @RequestParam(required = false) String reason) {
    attachments.remove(id, reason, person());
  }

  private void add(CaseInSight place, MultipartHttpServletRequest request) throws IOException {
    if (!place.mayAdd()) {
      throw AttachmentProblem.notToAdd();
    }
    List<MultipartFile> uploads = request.getFiles(FILES);
    String kind = kind(request.getParameter("kind"));
    if (uploads.isEmpty()) {
      throw AttachmentProblem.of(HttpStatus.BAD_REQUEST, "File 檔案: send at least one part \"file\" 請選擇檔案");
    }
    List<CheckedFile> files = new ArrayList<>();
    try {
      checkAll(uploads, files);
      attachments.add(place, kind, files, person());
    } finally {
      for (CheckedFile file : files) {
        Files.deleteIfExists(file.content());
      }
    }
  }

  private void checkAll(List<MultipartFile> uploads, List<CheckedFile> files) throws IOException {
    List<FileError> errors = new ArrayList<>();
    HttpStatus status = HttpStatus.BAD_REQUEST;
    for (MultipartFile upload : uploads) {
      try {
        files.add(check.check(upload));
      } catch (RefusedFile refused) {
        status = refused.getStatus();
        errors.add(new FileError(FILES + "[" + uploads.indexOf(upload) + "]", Objects.requireNonNullElse(upload.getOriginalFilename(), ""), refused.getMessage()));
      }
    }
    if (!errors.isEmpty()) {
      throw AttachmentProblem.files(errors.size() == 1 ? status : HttpStatus.BAD_REQUEST, errors);
    }
  }

  private static String kind(String kind) {
    if (kind == null || kind.isBlank()) {
      return null;
    }
    if (!kind.matches("[a-z][A-Za-z0-9]{0,39}")) {
      throw AttachmentProblem.of(HttpStatus.BAD_REQUEST, "Kind 種類: is a word in camelCase such as receipt 須為駝峰式英文詞,例如 receipt");
    }
    return kind;
  }

  private CaseInSight task(String taskId) {
    return access.ofTask(taskId).orElseThrow(() -> AttachmentProblem.unknown("This task is not there, or it belongs to no case. 沒有此任務,或任務不屬於案件"));
  }

  private CaseInSight theCase(String caseNumber) {
    return access.ofCase(caseNumber).orElseThrow(() -> unknownCase(caseNumber));
  }

  private static AttachmentProblem unknownCase(String caseNumber) {
    return AttachmentProblem.unknown("There is no case " + caseNumber + " 查無此案件");
  }

  private static void requireReadable(boolean readable) {
    if (!readable) {
      throw AttachmentProblem.notYours();
    }
  }

  private CaseAttachments list(CaseInSight sight) {
    List<Attachment> all = attachments.of(sight.caseNumber());
    Map<String, String> names = access.namesOf(all.stream().flatMap(one -> Stream.of(one.getAddedBy(), one.getRemovedBy())).filter(Objects::nonNull).toList());
    Map<String, String> kinds = access.kindsOf(sight.caseNumber()).stream().collect(Collectors.toMap(AskedFile::kind, AskedFile::label, (one, other) -> one));
    List<Required> required = sight.asked().stream().map(asked -> required(asked, all)).toList();
    return new CaseAttachments(sight.caseNumber(), sight.mayAdd(), limits.largestFile().toBytes(), ContentType.ENDINGS, required,
        all.stream().map(one -> row(one, names, kinds.get(one.getKind()))).toList());
  }

  private static Required required(AskedFile asked, List<Attachment> all) {
    return new Required(asked.kind(), asked.label(), all.stream().anyMatch(one -> !one.isRemoved() && asked.kind().equals(one.getKind())));
  }

  private Row row(Attachment one, Map<String, String> names, String kindLabel) {
    String removed = !one.isRemoved() ? null : names.getOrDefault(one.getRemovedBy(), one.getRemovedBy()) + " · " + at(one.getRemovedAt())
        + (one.getRemovalReason() == null ? "" : " · " + one.getRemovalReason());
    return new Row(one.getId(), one.getFileName(), one.getMediaType(), one.getFileSize(), one.getSha256(), one.getKind(), kindLabel,
        names.getOrDefault(one.getAddedBy(), one.getAddedBy()), at(one.getAddedAt()), attachments.isRemovable(one, person()), removed);
  }

  private String at(Instant moment) {
    return AT.format(moment.atZone(clock.getZone()));
  }

  private String person() {
    return identityService.getCurrentAuthentication().getUserId();
  }

  /** Over the limit of a whole request, which stands above the limit of a file. */
  @ExceptionHandler
  ResponseEntity<Object> tooLarge(MaxUploadSizeExceededException refusal) {
    return answer(AttachmentProblem.of(HttpStatus.PAYLOAD_TOO_LARGE, "Size 大小: a file " + FileCheck.tooLarge(limits.largestFile())
        + ", or send the files one by one 或請逐一上傳"));
  }

  @ExceptionHandler
  ResponseEntity<Object> full(DiskFull failure) {
    LOG.error("An attachment was refused: {}", failure.getMessage());
    return answer(AttachmentProblem.of(HttpStatus.INSUFFICIENT_STORAGE, "File 檔案: the disk is full and nothing of this was kept. Tell an administrator, then send the file again."
        + " 磁碟已滿,檔案未保存,請通知管理員後重新上傳"));
  }

  @ExceptionHandler
  ResponseEntity<Object> brokenOff(MultipartException interrupted) {
    return answer(AttachmentProblem.of(HttpStatus.BAD_REQUEST, "The upload was interrupted. Send the file again. 上傳中斷,請重新上傳"));
  }

  private static ResponseEntity<Object> answer(AttachmentProblem problem) {
    return ResponseEntity.status(problem.getStatusCode()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem.getBody());
  }
}
