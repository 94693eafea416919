package dev.kefu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@KefuIT
@ExtendWith(OutputCaptureExtension.class)
class RefusalLogIT {

  private static final String START = "/engine-rest/process-definition/key/customer-help/start";

  @LocalServerPort
  private int port;
  @Value("${kefu.demo.password}")
  private String password;

  @Test
  void refusedPersonLeavesNoStackTraceInTheLog(CapturedOutput log) {
    Caller caller = new Caller(port, "call-center-agent", password);

    assertThat(caller.withBasic(START, "{\"variables\": {\"smuggled\": {\"value\": 1}}}").statusCode()).isEqualTo(400);

    assertThat(log).doesNotContain("FormFieldValidationException");
  }
}
