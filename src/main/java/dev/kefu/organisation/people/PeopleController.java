package dev.kefu.organisation.people;

import dev.kefu.organisation.people.PeopleCheck.BadCell;
import dev.kefu.organisation.people.PeopleFile.Line;
import dev.kefu.organisation.people.PeopleImport.Outcome;
import dev.kefu.tables.FileSniffer;
import dev.kefu.tables.UnreadableFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For administrators: users and their roles from a file. The file is the body of the request. */
@RestController
@RequestMapping("/api/people/imports")
@Tag(name = "Import of people", description = "For administrators")
@RequiredArgsConstructor
class PeopleController {

  private final FileSniffer sniffer;
  private final PeopleImport people;

  /**
   * Why nothing was written.
   *
   * @param message what a person reads
   * @param errors every bad cell; absent when the file cannot be read as a table
   */
  record Refused(int status, String message, List<BadCell> errors) {
  }

  /** Imports a file, or with {@code dryRun=true} says what it would do. 422 names every bad cell by row and column, and then nothing is written. */
  @Operation(requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, description = "CSV (UTF-8 or GB18030) or XLSX",
      content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))))
  @PostMapping
  ResponseEntity<?> upload(@RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request) throws IOException {
    try {
      List<Line> lines = PeopleFile.read(request.getInputStream(), sniffer);
      List<BadCell> errors = people.errors(lines);
      if (!errors.isEmpty()) {
        return refused("Nothing was imported: %1$d cells are wrong 未導入任何內容:共 %1$d 處錯誤".formatted(errors.size()), errors);
      }
      Outcome outcome = people.run(lines, !dryRun);
      return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(outcome);
    } catch (UnreadableFile unreadable) {
      return refused(unreadable.getMessage(), null);
    }
  }

  private static ResponseEntity<Refused> refused(String message, List<BadCell> errors) {
    return ResponseEntity.unprocessableEntity().body(new Refused(HttpStatus.UNPROCESSABLE_ENTITY.value(), message, errors));
  }
}
