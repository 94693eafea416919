package dev.kefu.reporting.pages;

import dev.kefu.engine.CaseAccess;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Register;
import dev.kefu.reporting.Register.Field;
import dev.kefu.reporting.pages.ReportFile.Heading;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives registers as files, on Tasklist's page "Reports 統計" and, below {@code /api}, to other programs. Who may take one away stands in {@code roles.yaml}. */
@RestController
@RequestMapping({"/api/registers", "/camunda/api/kefu/registers"})
@Tag(name = "Registers", description = "Whole registers as XLSX, for the roles that roles.yaml names")
@RequiredArgsConstructor
class RegisterController {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Registers registers;
  private final RegisterFile file;
  private final CaseAccess access;
  private final Clock clock;

  /**
   * A register in the list.
   *
   * @param columns what they are called
   * @param byPeriod whether a period may choose rows
   */
  record Summary(String id, String title, List<String> columns, boolean byPeriod) {
  }

  /** The registers that the caller may take away. */
  @GetMapping
  List<Summary> all() {
    return registers.own().stream()
        .map(register -> new Summary(register.id(), register.title(), register.fields().stream().map(Field::title).toList(), register.moment() != null)).toList();
  }

  /**
   * A register as XLSX; who takes it away stands in the file and in the audit trail.
   *
   * @param period for example {@code 2026-11}; without one the whole register
   */
  @GetMapping("/{id:[a-z0-9-]+}.xlsx")
  void download(@PathVariable String id, @RequestParam(required = false) String period, HttpServletResponse response) throws IOException {
    Register register = registers.find(id);
    Period time = Registers.period(register, period);
    String person = registers.personId();
    String name = access.namesOf(List.of(person)).getOrDefault(person, person);
    registers.exported(register, time);
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + register.id() + (time == null ? "" : "-" + time.text()) + ".xlsx\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    file.write(register, time, new Heading(name + " (" + person + ")", SHOWN.format(LocalDateTime.now(clock))), response.getOutputStream());
  }
}
