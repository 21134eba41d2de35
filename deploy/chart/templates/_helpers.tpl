{{- define "tocsin.notifications" -}}tocsin-notifications-controller{{- end }}
{{- define "tocsin.sync" -}}tocsin-sync-controller{{- end }}

{{- /* The labels of an object, by the name of its controller. */}}
{{- define "tocsin.labels" -}}
app.kubernetes.io/name: {{ . }}
app.kubernetes.io/part-of: tocsin
{{- end }}

{{- /* Of the pods' environment, what both controllers read. */}}
{{- define "tocsin.environment" -}}
- name: HOME
  value: /tmp
{{- with .Values.applications.namespaces }}
- name: ARGOCD_APPLICATION_NAMESPACES
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}

{{- define "tocsin.election" -}}
{{- if .Values.ha.enabled }}
- name: TOCSIN_LEADER_ELECTION
  value: "true"
{{- end }}
{{- end }}

{{- define "tocsin.replicas" -}}
{{- if .Values.ha.enabled }}
replicas: {{ .Values.ha.replicas }}
strategy:
  type: RollingUpdate
{{- else }}
replicas: 1
strategy:
  type: Recreate
{{- end }}
{{- end }}

{{- define "tocsin.image" -}}
image: {{ printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) | quote }}
{{- with .Values.image.pullPolicy }}
imagePullPolicy: {{ . }}
{{- end }}
{{- end }}

{{- /* How any pod runs; a list of the root, its controller's name and its values. */}}
{{- define "tocsin.pod" -}}
{{- $root := index . 0 }}
{{- $name := index . 1 }}
{{- $values := index . 2 }}
serviceAccountName: {{ $name }}
enableServiceLinks: false
terminationGracePeriodSeconds: 45
securityContext:
  runAsNonRoot: true
  runAsUser: 65532
  runAsGroup: 65532
  fsGroup: 65532
  seccompProfile:
    type: RuntimeDefault
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        app.kubernetes.io/name: {{ $name }}
{{- with $root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- /* How any container runs. */}}
{{- define "tocsin.container" -}}
startupProbe:
  httpGet:
    path: /healthz
    port: metrics
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 60
livenessProbe:
  httpGet:
    path: /healthz
    port: metrics
  periodSeconds: 20
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet:
    path: /readyz
    port: metrics
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
resources:
  {{- toYaml .resources | nindent 2 }}
{{- end }}

{{- /* A PodDisruptionBudget by its controller's name. */}}
{{- define "tocsin.budget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ index . 1 }}
  namespace: {{ (index . 0).Release.Namespace }}
  labels:
    {{- include "tocsin.labels" (index . 1) | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app.kubernetes.io/name: {{ index . 1 }}
{{- end }}

{{- /* A binding: the root, its kind, its name, the kind of its role and the service account. */}}
{{- define "tocsin.binding" -}}
{{- $root := index . 0 }}
apiVersion: rbac.authorization.k8s.io/v1
kind: {{ index . 1 }}Binding
metadata:
  name: {{ index . 2 }}
  {{- if eq (index . 1) "Role" }}
  namespace: {{ $root.Release.Namespace }}
  {{- end }}
  labels:
    {{- include "tocsin.labels" (index . 3) | nindent 4 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: {{ index . 1 }}
  name: {{ index . 2 }}
subjects:
  - kind: ServiceAccount
    name: {{ index . 3 }}
    namespace: {{ $root.Release.Namespace }}
{{- end }}

{{- /* A Service: the root, its name, the controller's and the port's, the port. */}}
{{- define "tocsin.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ index . 1 }}
  namespace: {{ (index . 0).Release.Namespace }}
  labels:
    {{- include "tocsin.labels" (index . 2) | nindent 4 }}
spec:
  selector:
    app.kubernetes.io/name: {{ index . 2 }}
  ports:
    - name: {{ index . 3 }}
      port: {{ index . 4 }}
      targetPort: {{ index . 3 }}
      protocol: TCP
{{- end }}

{{- /* A ServiceAccount by its controller's name. */}}
{{- define "tocsin.account" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ index . 1 }}
  namespace: {{ (index . 0).Release.Namespace }}
  labels:
    {{- include "tocsin.labels" (index . 1) | nindent 4 }}
{{- end }}
