{{- define "shop.name" -}}
{{ .Release.Name }}-{{ .Chart.Name }}
{{- end -}}

{{- define "shop.labels" -}}
app: {{ include "shop.name" . }}
version: {{ .Chart.Version | replace "+" "_" }}
{{- end -}}
