package dev.kefu.aftersales.units;

import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;

import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of units as a file. */
@Configuration(proxyBeanMethods = false)
class UnitFile {

  /** Units with their warranty. */
  @Bean
  Register unitsExport() {
    return new Register("units", "Units 產品台帳", Set.of("aftersales_units"), "aftersales_units u", "u.id", null, List.of(text("Product 產品", "u.product"),
        text("Serial no. 序列號", "u.serial_number"), text("Customer no. 客戶編號", "u.customer_code"), date("Sold 銷售日期", "u.sold_on"), number("Warranty days 保修天數", "u.warranty_days"),
        number("Prolonged days 延保天數", "u.prolonged_days"), text("Proof 憑證", "u.proof"), text("Contract 合同", "u.contract_no"), date("Contract until 合同期限", "u.contract_until"),
        number("Contract pays 合同承擔 %", "u.contract_percent")));
  }
}
