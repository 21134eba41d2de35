/** WeCom (企业微信), its group robots. */
package io.tocsin.services.wecom;
