package dev.kefu.organisation.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * A refusal for machines and scripts (RFC 9457); {@code message} repeats the detail under the name that the engine's REST API uses.
 */
record Problem(int status, String title, String detail, String message) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Problem of(int status, String message) {
    HttpStatus known = HttpStatus.resolve(status);
    return new Problem(status, known == null ? "Error" : known.getReasonPhrase(), message, message);
  }

  void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    JSON.writeValue(response.getOutputStream(), this);
  }
}
