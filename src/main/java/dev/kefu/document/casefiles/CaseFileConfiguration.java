package dev.kefu.document.casefiles;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of case files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CaseFileProperties.class)
class CaseFileConfiguration {
}
