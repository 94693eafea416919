package dev.kefu.history.cases;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives a sample of cases as one package, to whoever may read all that is in it. */
@RestController
@RequestMapping({"/api/history/evidence.zip", "/camunda/api/kefu/history/evidence.zip"})
@Tag(name = "History", description = "Cases of a process, running and finished, for those who may read its history")
@RequiredArgsConstructor
class EvidenceController {

  private final Evidence evidence;

  /** The package, made while it is read. */
  @GetMapping
  void evidence(@ModelAttribute Sample sample, HttpServletResponse response) throws IOException {
    Sample asked = evidence.asked(sample);
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + asked.process().replaceAll("[^a-z0-9-]", "") + "-" + asked.from() + "-" + asked.to() + ".zip\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    evidence.write(asked, response.getOutputStream());
  }
}
