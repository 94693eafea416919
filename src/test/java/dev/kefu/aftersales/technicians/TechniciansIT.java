package dev.kefu.aftersales.technicians;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

@KefuIT
class TechniciansIT {

  private static final String SUPERVISOR = "after-sales-supervisor";
  private static final String PERSON = "somebody-new";

  @Autowired private Technicians technicians;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  @Test
  void supervisorKeepsTheTechnicians() {
    assertThat(put(SUPERVISOR, Map.of("active", false, "skills", List.of("software"), "districts", List.of("Xuhui 徐匯"))).getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(put(SUPERVISOR, Map.of("active", false, "skills", List.of("hydraulic", "software"), "districts", List.of())).getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(technicians.all()).contains(new TechnicianCard(PERSON, false, Set.of("hydraulic", "software"), Set.of()));
    assertThat(http.withBasicAuth(SUPERVISOR, password).getForEntity("/api/technicians", String.class).getBody()).contains("repair-technician-2");
  }

  @Test
  void whatCannotBeIsRefusedAndNamed() {
    assertThat(put(SUPERVISOR, Map.of("skills", List.of("magic"), "districts", List.of())).getBody()).contains("magic");
    assertThat(put(SUPERVISOR, Map.of("skills", List.of(), "districts", List.of(" "))).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(put(SUPERVISOR, Map.of("skills", List.of())).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Test
  void technicianDoesNotKeepThem() {
    assertThat(put("repair-technician", Map.of("skills", List.of(), "districts", List.of())).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(http.withBasicAuth("repair-technician", password).getForEntity("/api/technicians", String.class).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
  }

  private ResponseEntity<String> put(String user, Map<String, ?> wanted) {
    return http.withBasicAuth(user, password).exchange("/api/technicians/" + PERSON, HttpMethod.PUT, new HttpEntity<>(wanted), String.class);
  }
}
