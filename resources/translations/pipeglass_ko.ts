<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AccessText</name>
    <message>
        <source>nothing was changed</source>
        <translation>아무것도 변경하지 않았습니다</translation>
    </message>
    <message>
        <source>the socket&apos;s mode or group was changed meanwhile</source>
        <translation>그사이에 소켓의 모드 또는 그룹이 변경되었습니다</translation>
    </message>
    <message>
        <source>the change was applied partly and could not be reverted: check its mode, owner and list</source>
        <translation>변경이 일부만 적용되었고 되돌릴 수 없었습니다. 모드, 소유자, 목록을 확인하십시오</translation>
    </message>
    <message>
        <source>the change was refused; nothing was changed</source>
        <translation>변경이 거부되어 아무것도 변경하지 않았습니다</translation>
    </message>
    <message>
        <source>its access control list is too long</source>
        <translation>액세스 제어 목록이 너무 깁니다</translation>
    </message>
    <message>
        <source>Leave the socket as it is</source>
        <translation>소켓을 그대로 두기</translation>
    </message>
    <message>
        <source>Let the user %1 connect</source>
        <translation>사용자 %1의 연결 허용</translation>
    </message>
    <message>
        <source>Let the group %1 connect</source>
        <translation>그룹 %1의 연결 허용</translation>
    </message>
    <message>
        <source>Restore the mask of the access control list, which a chmod has reduced</source>
        <translation>chmod로 줄어든 액세스 제어 목록의 마스크 복원</translation>
    </message>
    <message>
        <source>Let everyone connect</source>
        <translation>모든 사용자의 연결 허용</translation>
    </message>
    <message>
        <source>%1, and grant search permission on the directories above</source>
        <translation>%1, 그리고 상위 디렉터리에 탐색 권한 부여</translation>
    </message>
    <message>
        <source>the password prompt was cancelled</source>
        <translation>암호 입력이 취소되었습니다</translation>
    </message>
    <message>
        <source>polkit did not allow it, or there is no agent to ask for the password</source>
        <translation>polkit이 허용하지 않았거나 암호를 물어볼 에이전트가 없습니다</translation>
    </message>
    <message>
        <source>pipeglass-access-helper ended without a result</source>
        <translation>pipeglass-access-helper가 결과 없이 종료되었습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be started: is it installed?</source>
        <translation>&quot;%1&quot;을(를) 시작할 수 없습니다. 설치되어 있습니까?</translation>
    </message>
    <message>
        <source>the journal of changes cannot be written</source>
        <translation>변경 저널에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>the journal of changes cannot be created, so nothing was changed</source>
        <translation>변경 저널을 만들 수 없어 아무것도 변경하지 않았습니다</translation>
    </message>
    <message>
        <source>In a systemd drop-in (systemctl edit SERVICE)</source>
        <translation>systemd 드롭인에서(systemctl edit SERVICE)</translation>
    </message>
    <message>
        <source>In the server&apos;s code, after creating the pipe</source>
        <translation>서버 코드에서, 파이프를 만든 다음</translation>
    </message>
    <message>
        <source>In the shell that starts the server</source>
        <translation>서버를 시작하는 셸에서</translation>
    </message>
    <message>
        <source>Add users to the group (takes effect at their next login)</source>
        <translation>그룹에 사용자 추가(다음 로그인부터 적용)</translation>
    </message>
    <message>
        <source>Each time after the pipe is created, in a shell or by the server</source>
        <translation>파이프가 만들어질 때마다, 셸 또는 서버에서</translation>
    </message>
    <message>
        <source># and every member of the group %1</source>
        <translation># 그리고 그룹 %1의 모든 구성원</translation>
    </message>
    <message>
        <source>A shared group (takes effect at their next login), and the drop-in below</source>
        <translation>공유 그룹(다음 로그인부터 적용)과 아래 드롭인</translation>
    </message>
    <message>
        <source>No CurrentUserOnly: it refuses other users whatever the mode is</source>
        <translation>CurrentUserOnly를 사용하지 마십시오. 모드와 관계없이 다른 사용자를 거부합니다</translation>
    </message>
    <message>
        <source>Only the server&apos;s own user, checked by the server itself</source>
        <translation>서버 자신의 사용자만. 서버가 직접 확인합니다</translation>
    </message>
    <message>
        <source>root can always connect, whatever the permissions</source>
        <translation>root는 권한과 관계없이 항상 연결할 수 있습니다</translation>
    </message>
    <message>
        <source>no permission of this file can achieve that</source>
        <translation>이 파일의 어떤 권한으로도 그렇게 할 수 없습니다</translation>
    </message>
    <message>
        <source>a pipe has no set-id or sticky bits: the maximum is 0777</source>
        <translation>파이프에는 set-id 비트나 스티키 비트가 없습니다. 최댓값은 0777입니다</translation>
    </message>
    <message>
        <source>The mask becomes empty (---). Linux then ignores the access control list: users and groups named in it count as others.</source>
        <translation>마스크가 비게 됩니다(---). 그러면 Linux는 액세스 제어 목록을 무시하고, 목록에 있는 사용자와 그룹은 기타 사용자로 취급됩니다.</translation>
    </message>
    <message>
        <source>The middle digit of a mode sets the mask of the access control list. With the mask %1 neither the group nor anybody named in the list can connect.</source>
        <translation>모드의 가운데 숫자는 액세스 제어 목록의 마스크를 정합니다. 마스크가 %1이면 그룹도, 목록에 있는 누구도 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>The mask becomes %1: the upper limit for the group and for users and groups in the access control list. A later chmod of the group&apos;s digit changes it.</source>
        <translation>마스크가 %1이(가) 됩니다. 이는 그룹과 액세스 제어 목록에 있는 사용자 및 그룹의 상한입니다. 나중에 chmod로 그룹 숫자를 바꾸면 마스크도 바뀝니다.</translation>
    </message>
    <message>
        <source>%1 still cannot connect: no search permission on the directory %2.</source>
        <translation>%1은(는) 여전히 연결할 수 없습니다. 디렉터리 %2에 탐색 권한이 없습니다.</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1, %2 포함</translation>
    </message>
    <message>
        <source>its access control list is invalid</source>
        <translation>액세스 제어 목록이 올바르지 않습니다</translation>
    </message>
    <message>
        <source>expected user:NAME, group:NAME, or everyone</source>
        <translation>user:NAME, group:NAME 또는 everyone이 필요합니다</translation>
    </message>
    <message>
        <source>%1 can connect: an abstract name has no file permissions, so everyone in its network namespace can.</source>
        <translation>%1은(는) 연결할 수 있습니다. 추상 이름에는 파일 권한이 없으므로 같은 네트워크 네임스페이스의 누구나 연결할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect: it is in another network namespace than this abstract name.</source>
        <translation>%1은(는) 연결할 수 없습니다. 이 추상 이름과 다른 네트워크 네임스페이스에 있습니다.</translation>
    </message>
    <message>
        <source>%1, without CAP_DAC_OVERRIDE</source>
        <translation>%1, CAP_DAC_OVERRIDE 없음</translation>
    </message>
    <message>
        <source>You (%1)</source>
        <translation>나(%1)</translation>
    </message>
    <message>
        <source>Process %1 (user %2)</source>
        <translation>프로세스 %1(사용자 %2)</translation>
    </message>
    <message>
        <source>%1 (process %2, user %3)</source>
        <translation>%1(프로세스 %2, 사용자 %3)</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>사용자 %1</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>모든 사용자</translation>
    </message>
    <message>
        <source>A member of %1</source>
        <translation>그룹 %1의 구성원</translation>
    </message>
    <message>
        <source>expected a process number after pid:</source>
        <translation>pid: 뒤에 프로세스 번호가 필요합니다</translation>
    </message>
    <message>
        <source>%1 can connect: the owner of the socket has write permission.</source>
        <translation>%1은(는) 연결할 수 있습니다. 소켓의 소유자에게 쓰기 권한이 있습니다.</translation>
    </message>
    <message>
        <source>%1 can connect: the group %2 has write permission.</source>
        <translation>%1은(는) 연결할 수 있습니다. 그룹 %2에 쓰기 권한이 있습니다.</translation>
    </message>
    <message>
        <source>%1 can connect: the ACL names this user with write permission.</source>
        <translation>%1은(는) 연결할 수 있습니다. ACL이 이 사용자에게 쓰기 권한을 줍니다.</translation>
    </message>
    <message>
        <source>%1 can connect: the ACL names the group %2 with write permission.</source>
        <translation>%1은(는) 연결할 수 있습니다. ACL이 그룹 %2에 쓰기 권한을 줍니다.</translation>
    </message>
    <message>
        <source>%1 can connect: root&apos;s rights override the mode %2.</source>
        <translation>%1은(는) 연결할 수 있습니다. root의 권한이 모드 %2보다 우선합니다.</translation>
    </message>
    <message>
        <source>%1 can connect: the mask of the ACL is empty, so Linux ignores the list, and others have write permission.</source>
        <translation>%1은(는) 연결할 수 있습니다. ACL의 마스크가 비어 있어 Linux가 목록을 무시하며, 기타 사용자에게 쓰기 권한이 있습니다.</translation>
    </message>
    <message>
        <source>%1 can connect: others have write permission.</source>
        <translation>%1은(는) 연결할 수 있습니다. 기타 사용자에게 쓰기 권한이 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect: the ACL would let %2 in, but its mask is empty (a chmod sets it by the middle digit), so Linux ignores the list, and others lack write permission.</source>
        <translation>%1은(는) 연결할 수 없습니다. ACL은 %2을(를) 허용하지만, 마스크가 비어 있어(chmod의 가운데 숫자가 마스크를 정함) Linux가 목록을 무시하며, 기타 사용자에게는 쓰기 권한이 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect: the ACL would let %2 in, but its mask %3 takes write permission away (a chmod sets it by the middle digit).</source>
        <translation>%1은(는) 연결할 수 없습니다. ACL은 %2을(를) 허용하지만, 마스크 %3이(가) 쓰기 권한을 없앱니다(chmod의 가운데 숫자가 마스크를 정함).</translation>
    </message>
    <message>
        <source>nobody has write permission.</source>
        <translation>아무에게도 쓰기 권한이 없습니다.</translation>
    </message>
    <message>
        <source>group and others lack write permission.</source>
        <translation>그룹과 기타 사용자에게 쓰기 권한이 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect; only root with its rights can: %2</source>
        <translation>%1은(는) 연결할 수 없으며, 권한을 가진 root만 연결할 수 있습니다. %2</translation>
    </message>
    <message>
        <source>%1 cannot connect; %2 can, and root with its rights: %3</source>
        <translation>%1은(는) 연결할 수 없으며, %2 및 권한을 가진 root는 연결할 수 있습니다. %3</translation>
    </message>
    <message>
        <source>%1 cannot connect: %2</source>
        <translation>%1은(는) 연결할 수 없습니다. %2</translation>
    </message>
    <message>
        <source>%1 cannot connect, only %2 can: %3</source>
        <translation>%1은(는) 연결할 수 없으며, %2만 연결할 수 있습니다. %3</translation>
    </message>
    <message>
        <source>%1 cannot connect: root&apos;s rights do not apply here, because the owner or group of the socket is a number that this user namespace does not know.</source>
        <translation>%1은(는) 연결할 수 없습니다. 소켓의 소유자 또는 그룹이 이 사용자 네임스페이스에서 알 수 없는 번호이므로 root의 권한이 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect: the owner of the socket lacks write permission, and for the owner nothing else counts.</source>
        <translation>%1은(는) 연결할 수 없습니다. 소켓의 소유자에게 쓰기 권한이 없으며, 소유자에게는 다른 권한이 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect: the group %2 lacks write permission.</source>
        <translation>%1은(는) 연결할 수 없습니다. 그룹 %2에 쓰기 권한이 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect: the ACL names this user without write permission.</source>
        <translation>%1은(는) 연결할 수 없습니다. ACL에 이 사용자가 쓰기 권한 없이 지정되어 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect: the ACL names the group %2 without write permission.</source>
        <translation>%1은(는) 연결할 수 없습니다. ACL에 그룹 %2이(가) 쓰기 권한 없이 지정되어 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect: no search permission on the directory %2 above the socket (it lacks the x permission).</source>
        <translation>%1은(는) 연결할 수 없습니다. 소켓 위의 디렉터리 %2에 탐색 권한이 없습니다(x 권한이 없음).</translation>
    </message>
    <message>
        <source>%1 cannot connect: others lack write permission, and none of the groups that have it fits.</source>
        <translation>%1은(는) 연결할 수 없습니다. 기타 사용자에게 쓰기 권한이 없고, 쓰기 권한이 있는 그룹 중 해당하는 그룹이 없습니다.</translation>
    </message>
    <message>
        <source>%1 can connect according to the kernel, although the permissions as seen from here would not allow it.</source>
        <translation>여기에서 보이는 권한으로는 허용되지 않지만, 커널에 따르면 %1은(는) 연결할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect according to the kernel, although the permissions as seen from here would allow it.</source>
        <translation>여기에서 보이는 권한으로는 허용되지만, 커널에 따르면 %1은(는) 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>The owner or the group of the socket is a number that this user namespace does not know, so capabilities do not apply, and names cannot be compared.</source>
        <translation>소켓의 소유자 또는 그룹이 이 사용자 네임스페이스에서 알 수 없는 번호이므로, capability가 적용되지 않고 이름을 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>A security module (SELinux, AppArmor), a capability or the file system may be the reason.</source>
        <translation>보안 모듈(SELinux, AppArmor), capability 또는 파일 시스템이 원인일 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect: it has another root directory or other mounts (a container, for example), and there %2 is not this socket.</source>
        <translation>%1은(는) 연결할 수 없습니다. 루트 디렉터리나 마운트가 다르며(예: 컨테이너), 그곳에서 %2은(는) 이 소켓이 아닙니다.</translation>
    </message>
    <message>
        <source>Mode 0600 may be set by CurrentUserOnly (.NET 11 and later): such a server refuses every other user, whatever the mode is.</source>
        <translation>모드 0600은 CurrentUserOnly(.NET 11 이상)가 설정했을 수 있습니다. 그러한 서버는 모드와 관계없이 다른 모든 사용자를 거부합니다.</translation>
    </message>
    <message>
        <source>The server may still refuse: with CurrentUserOnly a .NET server refuses every other user, and up to .NET 10 the file does not show it.</source>
        <translation>서버가 그래도 거부할 수 있습니다. CurrentUserOnly를 사용하는 .NET 서버는 다른 모든 사용자를 거부하며, .NET 10까지는 파일에 나타나지 않습니다.</translation>
    </message>
    <message>
        <source>A .NET program searches in its TMPDIR, which is %1 for this process, so it does not find this pipe by name.</source>
        <translation>.NET 프로그램은 자신의 TMPDIR에서 찾습니다. 이 프로세스의 TMPDIR은 %1이므로 이름으로 이 파이프를 찾지 못합니다.</translation>
    </message>
    <message>
        <source>Its account could connect, but the process was started before it was in %1. Log in again and restart it.</source>
        <translation>계정은 연결할 수 있지만, 프로세스가 %1에 속하기 전에 시작되었습니다. 다시 로그인한 다음 프로세스를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>A security module confines it (%1) and may refuse what the permissions allow.</source>
        <translation>보안 모듈(%1)이 프로세스를 제한하고 있어, 권한이 허용하는 것도 거부할 수 있습니다.</translation>
    </message>
    <message>
        <source>Nobody can connect, because nobody listens</source>
        <translation>수신 대기하는 프로세스가 없어 아무도 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>: a server has the name but does not listen on it. Wait a moment, or restart the server.</source>
        <translation>. 서버가 이름을 가지고 있지만 수신 대기하지 않습니다. 잠시 기다리거나 서버를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>: the listener was shut down. Restart the process that holds it.</source>
        <translation>. 수신이 종료되었습니다. 소켓을 가진 프로세스를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source> under this name: the file is gone. Restart the server, which creates it again.</source>
        <translation>. 이 이름의 파일이 없어졌습니다. 서버를 다시 시작하면 파일을 다시 만듭니다.</translation>
    </message>
    <message>
        <source> here: the name leads to another process&apos;s socket. Restart the server.</source>
        <translation>. 이 이름은 다른 프로세스의 소켓을 가리킵니다. 서버를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>: the server has ended and left this file behind. Start the server again.</source>
        <translation>. 서버가 종료되면서 이 파일을 남겼습니다. 서버를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>the owner</source>
        <translation>소유자</translation>
    </message>
    <message>
        <source>group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>%1 lack write permission.</source>
        <translation>%1에게 쓰기 권한이 없습니다.</translation>
    </message>
    <message>
        <source>others</source>
        <translation>기타 사용자</translation>
    </message>
    <message>
        <source>Everyone can connect.</source>
        <translation>누구나 연결할 수 있습니다.</translation>
    </message>
    <message>
        <source>Everyone except %1 can connect.</source>
        <translation>%1을(를) 제외한 모두가 연결할 수 있습니다.</translation>
    </message>
    <message>
        <source>a directory above may not be searched by others.</source>
        <translation>기타 사용자가 상위 디렉터리를 탐색할 수 없습니다.</translation>
    </message>
    <message>
        <source>Nobody can connect: %1</source>
        <translation>아무도 연결할 수 없습니다. %1</translation>
    </message>
    <message>
        <source>Only %1 can connect: %2</source>
        <translation>%1만 연결할 수 있습니다. %2</translation>
    </message>
    <message>
        <source>Nothing was changed: without HOME or XDG_STATE_HOME in the environment there is no directory for the journal of changes.</source>
        <translation>아무것도 변경하지 않았습니다. 환경에 HOME이나 XDG_STATE_HOME이 없어 변경 저널을 둘 디렉터리가 없습니다.</translation>
    </message>
    <message>
        <source>a directory in the path is a symbolic link, which is not followed in another root directory</source>
        <translation>경로의 디렉터리가 심볼릭 링크이며, 다른 루트 디렉터리에서는 따라가지 않습니다</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
</context>
<context>
    <name>CatalogText</name>
    <message>
        <source>a process that is not visible</source>
        <translation>보이지 않는 프로세스</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>클라이언트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>A socket of that file name listens in %1.</source>
        <translation>같은 파일 이름의 소켓이 %1에서 수신 대기 중입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>Sockets of that file name listen in %1.</source>
        <translation>같은 파일 이름의 소켓이 다음 위치에서 수신 대기 중입니다: %1.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>%1을(를) 찾으셨습니까?</translation>
    </message>
    <message>
        <source>Or it may be in another /tmp (PrivateTmp, container), which root can see.</source>
        <translation>또는 다른 /tmp(PrivateTmp, 컨테이너)에 있을 수 있습니다. root는 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Its symbolic links form a loop.</source>
        <translation>심볼릭 링크가 순환합니다.</translation>
    </message>
    <message>
        <source>it is a link to %1 by another user in a sticky directory, which the kernel does not follow: fs.protected_symlinks</source>
        <translation>스티키 디렉터리에 있는 다른 사용자의 링크이며 %1을(를) 가리킵니다. 커널이 따라가지 않습니다: fs.protected_symlinks</translation>
    </message>
    <message>
        <source>it is a link to %1</source>
        <translation>%1을(를) 가리키는 링크입니다</translation>
    </message>
    <message>
        <source>Perhaps: %1</source>
        <translation>다음일 수 있습니다: %1</translation>
    </message>
    <message>
        <source>its name was taken meanwhile; the file is now &quot;%1&quot;</source>
        <translation>그사이에 이름이 사용되어, 이제 파일은 &quot;%1&quot;입니다</translation>
    </message>
</context>
<context>
    <name>CommandText</name>
    <message>
        <source>connected</source>
        <translation>connected</translation>
    </message>
    <message>
        <source>half-closed</source>
        <translation>half-closed</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>reading-ended</source>
        <translation>reading-ended</translation>
    </message>
    <message>
        <source>identified</source>
        <translation>identified</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>lost</translation>
    </message>
    <message>
        <source>reply-failed</source>
        <translation>reply-failed</translation>
    </message>
    <message>
        <source>not-sent</source>
        <translation>not-sent</translation>
    </message>
    <message>
        <source>descriptors-passed</source>
        <translation>descriptors-passed</translation>
    </message>
    <message>
        <source>descriptors-lost</source>
        <translation>descriptors-lost</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>missed</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>resumed</translation>
    </message>
    <message>
        <source>slowed</source>
        <translation>slowed</translation>
    </message>
    <message>
        <source>held</source>
        <translation>held</translation>
    </message>
    <message>
        <source>sent-on</source>
        <translation>sent-on</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>dropped</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>edited</translation>
    </message>
    <message>
        <source>duplicated</source>
        <translation>duplicated</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>delayed</translation>
    </message>
    <message>
        <source>injected</source>
        <translation>injected</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>cut</translation>
    </message>
    <message>
        <source>undelivered</source>
        <translation>undelivered</translation>
    </message>
    <message>
        <source>framing-guessed</source>
        <translation>framing-guessed</translation>
    </message>
    <message>
        <source>unknown flag</source>
        <translation>알 수 없는 플래그입니다</translation>
    </message>
    <message>
        <source>; did you mean %1?</source>
        <translation>. %1을(를) 찾으셨습니까?</translation>
    </message>
    <message>
        <source>; put -- before operands that begin with a dash</source>
        <translation>. 대시로 시작하는 피연산자 앞에는 --를 쓰십시오</translation>
    </message>
    <message>
        <source>this flag takes no value</source>
        <translation>이 플래그에는 값이 없습니다</translation>
    </message>
    <message>
        <source>a value is required: %1</source>
        <translation>값이 필요합니다: %1</translation>
    </message>
    <message>
        <source>the name of a directory is required</source>
        <translation>디렉터리 이름이 필요합니다</translation>
    </message>
    <message>
        <source>expected a number, 0 or more</source>
        <translation>0 이상의 숫자가 필요합니다</translation>
    </message>
    <message>
        <source>expected seconds, such as 10 or 0.5; 0 means no limit</source>
        <translation>10 또는 0.5와 같은 초 단위 값이 필요합니다. 0은 제한 없음을 뜻합니다</translation>
    </message>
    <message>
        <source>expected bytes from 1 to 2147483647, such as 4096, 64K or 16M</source>
        <translation>4096, 64K, 16M과 같이 1에서 2147483647까지의 바이트 수가 필요합니다</translation>
    </message>
    <message>
        <source>expected octal permissions, such as 0600 or 0666</source>
        <translation>0600 또는 0666과 같은 8진수 권한이 필요합니다</translation>
    </message>
    <message>
        <source>expected pairs of hex digits, such as 00ff or &quot;00 ff&quot;</source>
        <translation>00ff 또는 &quot;00 ff&quot;와 같은 16진수 쌍이 필요합니다</translation>
    </message>
    <message>
        <source>pipeglass: %1
Try: %2
</source>
        <translation>pipeglass: %1
사용법 보기: %2
</translation>
    </message>
    <message>
        <source>unknown verb</source>
        <translation>알 수 없는 하위 명령입니다</translation>
    </message>
    <message>
        <source>&quot;pipeglass %1&quot; needs more operands: %2.</source>
        <translation>&quot;pipeglass %1&quot;에는 피연산자가 더 필요합니다: %2.</translation>
    </message>
    <message>
        <source>unexpected operand</source>
        <translation>예상하지 못한 피연산자입니다</translation>
    </message>
    <message>
        <source>expected a verb</source>
        <translation>하위 명령이 필요합니다</translation>
    </message>
    <message>
        <source>show the help of a verb</source>
        <translation>하위 명령의 도움말 표시</translation>
    </message>
    <message>
        <source>Finds what is wrong with pipes, or with one pipe: files left behind by servers that have ended,
names taken over by another server, listeners whose file was removed, clients that wait while
others have all instances of a server, full backlogs, bytes that nobody has read for 10 seconds,
pipes that a cleaner of temporary directories will delete, ACLs without effect, processes that
lack a group of their account, clients that look in another directory or namespace than the
server, paths that are too long, and names that another user&apos;s leftover keeps in use. For each
it says why, what to do, and a command that helps.
It only looks. What could be a moment of a healthy program is looked at for some seconds, unread
bytes for 11. Other users&apos; processes are seen by root only.
With --json one array of {id, severity, pipe, path, sentence, remedy, command}. Ends with 0 if
nothing is wrong, else with 1.
</source>
        <translation>파이프 전체 또는 한 파이프의 문제를 찾습니다. 종료된 서버가 남긴 파일, 다른 서버가
차지한 이름, 파일이 제거된 수신 소켓, 다른 클라이언트가 서버의 모든 인스턴스를
사용하여 기다리는 클라이언트, 가득 찬 백로그, 10초 동안 아무도 읽지 않은 바이트,
임시 디렉터리 정리 프로그램이 삭제할 파이프, 효과가 없는 ACL, 계정의 그룹이 없는
프로세스, 서버와 다른 디렉터리나 네임스페이스에서 찾는 클라이언트, 너무 긴 경로,
다른 사용자가 남긴 파일이 차지한 이름을 찾습니다. 각 문제의 이유, 해결 방법,
도움이 되는 명령을 알려 줍니다.
보기만 합니다. 정상 프로그램의 한순간일 수 있는 것은 몇 초 동안, 읽지 않은 바이트는
11초 동안 살펴봅니다. 다른 사용자의 프로세스는 root만 볼 수 있습니다.
--json을 사용하면 {id, severity, pipe, path, sentence, remedy, command}의 배열 하나를
출력합니다. 문제가 없으면 0, 있으면 1로 끝납니다.
</translation>
    </message>
    <message>
        <source>find what is wrong with pipes, and what to do</source>
        <translation>파이프의 문제와 해결 방법 찾기</translation>
    </message>
    <message>
        <source>pipes in this directory only; repeatable</source>
        <translation>이 디렉터리의 파이프만. 여러 번 지정 가능</translation>
    </message>
    <message>
        <source>print JSON</source>
        <translation>JSON 출력</translation>
    </message>
    <message>
        <source>No problem was found.</source>
        <translation>문제를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>explain the text of a .NET exception about a pipe</source>
        <translation>파이프에 관한 .NET 예외의 텍스트 설명</translation>
    </message>
    <message>
        <source>Paste the text of the exception, then press Ctrl+D on a line of its own.</source>
        <translation>예외의 텍스트를 붙여 넣은 다음, 새 줄에서 Ctrl+D를 누르십시오.</translation>
    </message>
    <message>
        <source>This text has no known exception of a .NET pipe.</source>
        <translation>이 텍스트에는 알려진 .NET 파이프 예외가 없습니다.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>의미</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>remedy</source>
        <translation>해결책</translation>
    </message>
    <message>
        <source>command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Exit codes: 0 success, 1 failed, 2 usage, 3 no such pipe, 4 permission denied,
5 nobody listening, 6 timed out, 130 interrupted.
</source>
        <translation>종료 코드: 0 성공, 1 실패, 2 사용법 오류, 3 파이프 없음, 4 권한 거부,
5 수신 대기 없음, 6 시간 초과, 130 중단됨.
</translation>
    </message>
    <message>
        <source>Flags:</source>
        <translation>플래그:</translation>
    </message>
    <message>
        <source>Usage: pipeglass VERB [ARGUMENT...]
       pipeglass            open the window, if it is installed

Shows and uses .NET named pipes on Linux.

Verbs:
</source>
        <translation>사용법: pipeglass VERB [ARGUMENT...]
        pipeglass            창이 설치되어 있으면 창 열기

Linux의 .NET 명명된 파이프를 표시하고 사용합니다.

하위 명령:
</translation>
    </message>
    <message>
        <source>this text, or the help of a verb</source>
        <translation>이 텍스트 또는 하위 명령의 도움말</translation>
    </message>
    <message>
        <source>this text; after a verb, its help</source>
        <translation>이 텍스트. 하위 명령 뒤에서는 그 도움말</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>버전 출력</translation>
    </message>
    <message>
        <source>Usage: pipeglass %1 [FLAG...] %2</source>
        <translation>사용법: pipeglass %1 [FLAG...] %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>An answer is not valid in the framing.</source>
        <translation>응답이 이 프레이밍에서 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>no connection was accepted</source>
        <translation>연결이 하나도 수락되지 않았습니다</translation>
    </message>
    <message>
        <source>no reply was received</source>
        <translation>응답을 하나도 받지 못했습니다</translation>
    </message>
    <message>
        <source>The first error: %1</source>
        <translation>첫 번째 오류: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) sent, %1 answered, %2 failed, in %3 s (%4 a second)</source>
        <translation>
            <numerusform>메시지 %n개 전송, 응답 %1개, 실패 %2개, %3초(초당 %4개)</numerusform>
        </translation>
    </message>
    <message>
        <source>latency: median %1, 99 % below %2, max %3</source>
        <translation>지연 시간: 중앙값 %1, 99%가 %2 미만, 최대 %3</translation>
    </message>
    <message>
        <source>expected a number, 1 or more</source>
        <translation>1 이상의 숫자가 필요합니다</translation>
    </message>
    <message>
        <source>expected a number from 1 to %1</source>
        <translation>1에서 %1까지의 숫자가 필요합니다</translation>
    </message>
    <message>
        <source>expected messages a second, such as 100 or 0.5</source>
        <translation>100 또는 0.5와 같은 초당 메시지 수가 필요합니다</translation>
    </message>
    <message>
        <source>cannot be combined with --count, --rate and --clients</source>
        <translation>--count, --rate, --clients와 함께 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>There is nothing to send: name at least one TEXT.</source>
        <translation>보낼 것이 없습니다. TEXT를 하나 이상 지정하십시오.</translation>
    </message>
    <message>
        <source>Reads FILE (&quot;-&quot;: standard input), the bytes that one side of a connection has written; cuts
them into messages, and prints each with its values as a tree. The format of a message is
recognized; --as names it. Ends with exit code 1 if a message was malformed.
</source>
        <translation>연결의 한쪽이 쓴 바이트가 들어 있는 FILE(&quot;-&quot;: 표준 입력)을 읽어 메시지로 나누고,
각 메시지의 값을 트리로 출력합니다. 메시지의 형식은 인식되며, --as로 지정할 수
있습니다. 형식이 잘못된 메시지가 있으면 종료 코드 1로 끝납니다.
</translation>
    </message>
    <message>
        <source>print the messages of a stream in a file, with their values</source>
        <translation>파일에 있는 스트림의 메시지와 값 출력</translation>
    </message>
    <message>
        <source>framing of messages: int32le, line, @FILE, ...; default auto: guessed</source>
        <translation>메시지의 프레이밍: int32le, line, @FILE, ... 기본값 auto: 추측</translation>
    </message>
    <message>
        <source>format of the messages: json, messagepack, protobuf, ...; default: recognized</source>
        <translation>메시지의 형식: json, messagepack, protobuf, ... 기본값: 인식</translation>
    </message>
    <message>
        <source>only print which framings fit, the best first, with the reason</source>
        <translation>어느 프레이밍이 맞는지만 이유와 함께 출력. 가장 잘 맞는 것부터</translation>
    </message>
    <message>
        <source>print only the values of messages, as send --as takes them</source>
        <translation>send --as가 받는 형태로 메시지의 값만 출력</translation>
    </message>
    <message>
        <source>print one JSON object per line for each message</source>
        <translation>메시지마다 JSON 객체를 한 줄씩 출력</translation>
    </message>
    <message>
        <source>Framing %1: %2.</source>
        <translation>프레이밍 %1: %2.</translation>
    </message>
    <message>
        <source>--values needs a format that describes messages; name it with --as</source>
        <translation>--values에는 메시지를 설명하는 형식이 필요합니다. --as로 지정하십시오</translation>
    </message>
    <message>
        <source>Message %1 is not one of the format %2.</source>
        <translation>메시지 %1은(는) 형식 %2의 메시지가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 offset %2 %3 bytes%4: </source>
        <translation>%1 offset %2 %3 bytes%4: </translation>
    </message>
    <message>
        <source> malformed</source>
        <translation> malformed</translation>
    </message>
    <message>
        <source>expected one of %1, or @FILE</source>
        <translation>%1 중 하나 또는 @FILE이 필요합니다</translation>
    </message>
    <message>
        <source>recognize the format of messages and show their values as a tree</source>
        <translation>메시지의 형식을 인식하여 값을 트리로 표시</translation>
    </message>
    <message>
        <source>Acts as the server of a pipe: listens on NAME (a .NET pipe name or an absolute path) and
replies to each message with a prefix and the message, or as the rules of a file say, for
any number of clients, until interrupted (Ctrl+C; exit code 0). Prints a line for each
event. Replaces a stale socket of yours, but never a live pipe or another file.
</source>
        <translation>파이프의 서버 역할을 합니다. NAME(.NET 파이프 이름 또는 절대 경로)에서 수신 대기하며,
각 메시지에 접두사와 그 메시지로, 또는 파일의 규칙대로 응답합니다. 클라이언트 수에
제한이 없으며 중단할 때까지 계속합니다(Ctrl+C, 종료 코드 0). 이벤트마다 한 줄을
출력합니다. 자신의 버려진 소켓은 바꾸지만, 살아 있는 파이프나 다른 파일은 바꾸지
않습니다.
</translation>
    </message>
    <message>
        <source>cannot be combined with --rules</source>
        <translation>--rules와 함께 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>act as a server: host a pipe that echoes messages</source>
        <translation>서버 역할: 메시지를 되돌려 보내는 파이프 호스팅</translation>
    </message>
    <message>
        <source>prefix of each reply, default &quot;Echo: &quot;</source>
        <translation>각 응답의 접두사, 기본값 &quot;Echo: &quot;</translation>
    </message>
    <message>
        <source>do not reply, only show messages</source>
        <translation>응답하지 않고 메시지만 표시</translation>
    </message>
    <message>
        <source>reply as the rules in this TOML file say</source>
        <translation>이 TOML 파일의 규칙대로 응답</translation>
    </message>
    <message>
        <source>mode of the socket, default 0600; connecting needs write</source>
        <translation>소켓의 모드, 기본값 0600. 연결하려면 쓰기 권한이 필요</translation>
    </message>
    <message>
        <source>record the conversations in a new file (pcapng)</source>
        <translation>대화를 새 파일(pcapng)에 기록</translation>
    </message>
    <message>
        <source>print one JSON object per line for each event</source>
        <translation>이벤트마다 JSON 객체를 한 줄씩 출력</translation>
    </message>
    <message>
        <source>Accepting clients again.</source>
        <translation>클라이언트를 다시 수락합니다.</translation>
    </message>
    <message>
        <source>Replaced your stale socket.</source>
        <translation>자신의 버려진 소켓을 바꾸었습니다.</translation>
    </message>
    <message>
        <source>Listening on %1, mode %2. %3 Ctrl+C ends it.</source>
        <translation>%1에서 수신 대기 중입니다. 모드 %2. %3 Ctrl+C를 누르면 끝납니다.</translation>
    </message>
    <message>
        <source>listening %1 mode %2</source>
        <translation>listening %1 mode %2</translation>
    </message>
    <message>
        <source>connected #%1 pid %2 %3 user %4</source>
        <translation>connected #%1 pid %2 %3 user %4</translation>
    </message>
    <message>
        <source>half-closed #%1 in</source>
        <translation>half-closed #%1 in</translation>
    </message>
    <message>
        <source>half-closed #%1 out</source>
        <translation>half-closed #%1 out</translation>
    </message>
    <message>
        <source>closed #%1</source>
        <translation>closed #%1</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>malformed</translation>
    </message>
    <message>
        <source>message</source>
        <translation>message</translation>
    </message>
    <message>
        <source>%1 #%2 %3 %4 bytes%5</source>
        <translation>%1 #%2 %3 %4 bytes%5</translation>
    </message>
    <message>
        <source> unfinished</source>
        <translation> unfinished</translation>
    </message>
    <message>
        <source>%1 Read only.</source>
        <translation>%1 읽기만 합니다.</translation>
    </message>
    <message>
        <source>Lists the framings, which are the values of --framing: how a stream of bytes is cut into
messages. --framing takes two for different directions: F/G, the client&apos;s and the server&apos;s.
With --json one array of {id, title, description, encodes}; encodes is false for a framing
that cannot be used for sending.

--framing @FILE takes the framing that a format file describes, see pipeglass-formats(5). Formats in
~/.config/pipeglass/formats/NAME.pgf are listed too, and have their names.
</source>
        <translation>--framing의 값인 프레이밍, 곧 바이트 스트림을 메시지로 나누는 방법을 나열합니다.
--framing은 방향마다 다른 두 값을 받습니다. F/G는 클라이언트와 서버의 프레이밍입니다.
--json을 사용하면 {id, title, description, encodes}의 배열 하나를 출력합니다. 보내는 데
사용할 수 없는 프레이밍의 encodes는 false입니다.

--framing @FILE은 형식 파일이 설명하는 프레이밍입니다. pipeglass-formats(5)를
참조하십시오. ~/.config/pipeglass/formats/NAME.pgf의 형식도 그 이름으로 나열됩니다.
</translation>
    </message>
    <message>
        <source>this framing has no description as a format file; see pipeglass framings --show</source>
        <translation>이 프레이밍에는 형식 파일로 된 설명이 없습니다. pipeglass framings --show를 참조하십시오</translation>
    </message>
    <message>
        <source>list the framings of messages</source>
        <translation>메시지의 프레이밍 나열</translation>
    </message>
    <message>
        <source>print a dissector for Wireshark, in Lua, for recordings with this format</source>
        <translation>이 형식의 기록을 위한 Wireshark 해석기를 Lua로 출력</translation>
    </message>
    <message>
        <source>only this framing, with its description as a format file, if it has one</source>
        <translation>이 프레이밍만. 형식 파일로 된 설명이 있으면 함께 출력</translation>
    </message>
    <message>
        <source>Shows the unread bytes in each direction of each connection of a pipe, as messages and in
hex, without taking them: server and clients do not notice and read the same bytes later.
NAME is a pipe as for show, or an anonymous pipe, &quot;pipe:[N]&quot;. Shows at most the first 1 MiB
of each direction. If the owner of a socket has set SO_PEEK_OFF, it would notice a peek:
then only the number of bytes is shown. Bytes of a client that waits to be accepted cannot
be shown. Needs the right to trace the processes (your own ones, or root), else ends with 4.
</source>
        <translation>파이프의 각 연결에서 방향별로 읽지 않은 바이트를 가져가지 않고 메시지와 16진수로
표시합니다. 서버와 클라이언트는 알아채지 못하며 나중에 같은 바이트를 읽습니다.
NAME은 show와 같은 파이프이거나 익명 파이프 &quot;pipe:[N]&quot;입니다. 방향마다 최대 처음
1MiB를 표시합니다. 소켓의 소유자가 SO_PEEK_OFF를 설정했다면 엿보기를 알아챌 수
있으므로 바이트 수만 표시합니다. 수락을 기다리는 클라이언트의 바이트는 표시할 수
없습니다. 프로세스를 추적할 권한(자신의 프로세스 또는 root)이 필요하며, 없으면 4로
끝납니다.
</translation>
    </message>
    <message>
        <source>it was shut down</source>
        <translation>수신이 종료되었습니다</translation>
    </message>
    <message>
        <source>nothing waits for the server</source>
        <translation>서버를 기다리는 것이 없습니다</translation>
    </message>
    <message>
        <source>nothing waits for the client</source>
        <translation>클라이언트를 기다리는 것이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%1 wait(s) for the server</source>
        <translation>
            <numerusform>%1이(가) 서버를 기다립니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 wait(s) for the client</source>
        <translation>
            <numerusform>%1이(가) 클라이언트를 기다립니다</numerusform>
        </translation>
    </message>
    <message>
        <source>, of which the first %1 could be read</source>
        <translation>, 그중 처음 %1을(를) 읽을 수 있었습니다</translation>
    </message>
    <message>
        <source>show the unread bytes of a pipe without taking them</source>
        <translation>파이프의 읽지 않은 바이트를 가져가지 않고 표시</translation>
    </message>
    <message>
        <source>framing of messages: int32le, line, raw, ...; default: guessed</source>
        <translation>메시지의 프레이밍: int32le, line, raw, ... 기본값: 추측</translation>
    </message>
    <message>
        <source>connections to abstract names are only counted, so their bytes cannot be shown</source>
        <translation>추상 이름으로의 연결은 세기만 하므로 바이트를 표시할 수 없습니다</translation>
    </message>
    <message>
        <source>No client is connected to &quot;%1&quot;.</source>
        <translation>&quot;%1&quot;에 연결된 클라이언트가 없습니다.</translation>
    </message>
    <message>
        <source>Whether clients are connected to &quot;%1&quot; is unknown.</source>
        <translation>&quot;%1&quot;에 클라이언트가 연결되어 있는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>malformed message %1</source>
        <translation>형식이 잘못된 메시지 %1</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>메시지 %1</translation>
    </message>
    <message>
        <source>incomplete message</source>
        <translation>불완전한 메시지</translation>
    </message>
    <message>
        <source>expected bytes, such as 64K, or a time, such as 2.5s or 300ms</source>
        <translation>64K와 같은 바이트 수 또는 2.5s나 300ms와 같은 시간이 필요합니다</translation>
    </message>
    <message>
        <source>pass on at most so many bytes a second, in each direction</source>
        <translation>방향마다 초당 최대 이만큼의 바이트만 전달</translation>
    </message>
    <message>
        <source>pass bytes on so much later</source>
        <translation>바이트를 이만큼 늦게 전달</translation>
    </message>
    <message>
        <source>and up to so much later still, at random; the order is kept</source>
        <translation>그리고 무작위로 최대 이만큼 더 늦게. 순서는 유지</translation>
    </message>
    <message>
        <source>cut each connection after so many bytes, or after a time such as 2s or 300ms</source>
        <translation>이만큼의 바이트 다음 또는 2s나 300ms와 같은 시간 다음에 각 연결을 끊기</translation>
    </message>
    <message>
        <source>%1 of %2 replies were received</source>
        <translation>응답 %2개 중 %1개를 받았습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) (%1) not printed</source>
        <translation>
            <numerusform>메시지 %n개(%1)를 출력하지 않았습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>More messages than requested: %1. See --until, --until-closed and --for.</source>
        <translation>요청한 것보다 메시지가 많습니다: %1. --until, --until-closed, --for를 참조하십시오.</translation>
    </message>
    <message>
        <source>Use --crlf for lines that end in carriage return and line feed.</source>
        <translation>CR LF로 끝나는 줄에는 --crlf를 사용하십시오.</translation>
    </message>
    <message>
        <source>A reply is not valid in the framing %1; its bytes are printed unchanged. --framing raw takes any.</source>
        <translation>응답이 프레이밍 %1에서 올바르지 않아 바이트를 그대로 출력합니다. --framing raw는 무엇이든 받습니다.</translation>
    </message>
    <message>
        <source>An incomplete message followed (%1) and was not printed:</source>
        <translation>불완전한 메시지가 이어졌으며(%1) 출력하지 않았습니다:</translation>
    </message>
    <message>
        <source>The last message is incomplete: only %1 were received.</source>
        <translation>마지막 메시지가 불완전합니다. %1만 받았습니다.</translation>
    </message>
    <message>
        <source>not everything was sent</source>
        <translation>모두 보내지는 못했습니다</translation>
    </message>
    <message>
        <source>no message matched</source>
        <translation>일치하는 메시지가 없습니다</translation>
    </message>
    <message>
        <source>the other side did not close the connection</source>
        <translation>상대편이 연결을 닫지 않았습니다</translation>
    </message>
    <message>
        <source>Acts as a client of a pipe: sends each TEXT as a message, prints the payload of each reply
on its own line, and ends after as many replies as messages. --until-closed, --until and
--for change when it ends.
Without a TEXT it only reads. The TEXT &quot;-&quot; means the lines of stdin, each one a message.
Texts, --hex and --file are sent in the given order.
With --count, --rate or --clients it measures a server instead: it sends the texts in turn,
and prints a summary with latencies.
NAME is a .NET pipe name, an absolute path, a file name from the list, or DEVICE:INODE.
</source>
        <translation>파이프의 클라이언트 역할을 합니다. 각 TEXT를 메시지로 보내고 각 응답의 페이로드를 한
줄에 출력하며, 메시지 수만큼 응답을 받으면 끝납니다. --until-closed, --until, --for로
끝나는 때를 바꿀 수 있습니다.
TEXT가 없으면 읽기만 합니다. TEXT &quot;-&quot;는 표준 입력의 각 줄을 메시지로 보냅니다.
텍스트, --hex, --file은 주어진 순서대로 보냅니다.
--count, --rate 또는 --clients를 사용하면 대신 서버를 측정합니다. 텍스트를 차례로
보내고 지연 시간이 있는 요약을 출력합니다.
NAME은 .NET 파이프 이름, 절대 경로, 목록의 파일 이름 또는 DEVICE:INODE입니다.
</translation>
    </message>
    <message>
        <source>stdin can be read only once</source>
        <translation>표준 입력은 한 번만 읽을 수 있습니다</translation>
    </message>
    <message>
        <source>expected seconds, more than 0, such as 10 or 0.5</source>
        <translation>10 또는 0.5와 같이 0보다 큰 초 단위 값이 필요합니다</translation>
    </message>
    <message>
        <source>cannot be combined with --replies</source>
        <translation>--replies와 함께 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>cannot be combined with --as</source>
        <translation>--as와 함께 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>act as a client: send messages to a pipe and print the replies</source>
        <translation>클라이언트 역할: 파이프로 메시지를 보내고 응답 출력</translation>
    </message>
    <message>
        <source>send these bytes, in hex digits, as a message</source>
        <translation>16진수로 된 이 바이트를 메시지로 전송</translation>
    </message>
    <message>
        <source>send the bytes of this file as a message</source>
        <translation>이 파일의 바이트를 메시지로 전송</translation>
    </message>
    <message>
        <source>encoding of texts and replies: utf-8 (default), utf-16le, ...</source>
        <translation>텍스트와 응답의 인코딩: utf-8(기본값), utf-16le, ...</translation>
    </message>
    <message>
        <source>end after N replies; 0: end when everything was sent</source>
        <translation>응답 N개 다음에 끝내기. 0: 모두 보내면 끝내기</translation>
    </message>
    <message>
        <source>read until the other side closes the connection</source>
        <translation>상대편이 연결을 닫을 때까지 읽기</translation>
    </message>
    <message>
        <source>read until a message matches (Perl regular expression)</source>
        <translation>메시지가 일치할 때까지 읽기(Perl 정규식)</translation>
    </message>
    <message>
        <source>read for this many seconds in total</source>
        <translation>전체 이 시간(초) 동안 읽기</translation>
    </message>
    <message>
        <source>longest silence in seconds, default 10; 0: no limit</source>
        <translation>가장 긴 침묵(초), 기본값 10. 0: 제한 없음</translation>
    </message>
    <message>
        <source>measure: send N messages in total</source>
        <translation>측정: 전체 메시지 N개 전송</translation>
    </message>
    <message>
        <source>measure: send R messages a second in total</source>
        <translation>측정: 전체 초당 메시지 R개 전송</translation>
    </message>
    <message>
        <source>measure: connect C clients at once, default 1</source>
        <translation>측정: 동시에 클라이언트 C개 연결, 기본값 1</translation>
    </message>
    <message>
        <source>record the conversation in a new file (pcapng)</source>
        <translation>대화를 새 파일(pcapng)에 기록</translation>
    </message>
    <message>
        <source>expected wait or continue</source>
        <translation>wait 또는 continue가 필요합니다</translation>
    </message>
    <message>
        <source>expected COUNTxSIZE, such as 10x100M: 2 to 10000 files of 64K to 2G</source>
        <translation>10x100M과 같은 COUNTxSIZE가 필요합니다: 64K에서 2G까지의 파일 2~10000개</translation>
    </message>
    <message>
        <source>requires --record DIRECTORY</source>
        <translation>--record DIRECTORY가 필요합니다</translation>
    </message>
    <message>
        <source>--crlf requires --framing line</source>
        <translation>--crlf에는 --framing line이 필요합니다</translation>
    </message>
    <message>
        <source>framing of messages: auto (default: guess), int32le, line, ...</source>
        <translation>메시지의 프레이밍: auto(기본값: 추측), int32le, line, ...</translation>
    </message>
    <message>
        <source>maximum size of a message, default 16M</source>
        <translation>메시지의 최대 크기, 기본값 16M</translation>
    </message>
    <message>
        <source>framing of messages: int32le (default), line, raw, @FILE, ...</source>
        <translation>메시지의 프레이밍: int32le(기본값), line, raw, @FILE, ...</translation>
    </message>
    <message>
        <source>on a full disk: &quot;wait&quot; (default), or &quot;continue&quot; and count losses</source>
        <translation>디스크가 가득 차면 &quot;wait&quot;(기본값: 대기) 또는 &quot;continue&quot;(계속하고 손실 세기)</translation>
    </message>
    <message>
        <source>record to COUNT files in the directory of --record; delete the oldest</source>
        <translation>--record의 디렉터리에 COUNT개 파일로 기록하고 가장 오래된 파일 삭제</translation>
    </message>
    <message numerus="yes">
        <source>Not recorded, because the disk was full: %n message(s), %1.</source>
        <translation>
            <numerusform>디스크가 가득 차서 기록하지 못했습니다: 메시지 %n개, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be combined with --json, which has the bytes as base64</source>
        <translation>바이트를 base64로 담는 --json과 함께 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>print messages like hexdump -C</source>
        <translation>메시지를 hexdump -C처럼 출력</translation>
    </message>
    <message>
        <source>lines end in CR LF, sent and read; implies --framing line</source>
        <translation>보내고 받는 줄이 CR LF로 끝남. --framing line을 포함</translation>
    </message>
    <message>
        <source>maximum size of a message, default 64M</source>
        <translation>메시지의 최대 크기, 기본값 64M</translation>
    </message>
    <message>
        <source>Shows the messages between the clients and the server of a pipe, until interrupted (Ctrl+C;
exit code 0). The file of the pipe is exchanged with a socket of this program, through which
clients reach the server; nothing is restarted, and no client fails. At the end the file is
exchanged back; connections continue until they end, a second Ctrl+C closes them. Clients
that connected before are not shown. The server sees this program&apos;s process and user
instead of its clients&apos;. After a tap was killed, &quot;pipeglass repair&quot; restores the name.
</source>
        <translation>파이프의 클라이언트와 서버 사이의 메시지를 중단할 때까지 표시합니다(Ctrl+C, 종료 코드
0). 파이프의 파일을 이 프로그램의 소켓과 맞바꾸며, 클라이언트는 이를 통해 서버에
도달합니다. 아무것도 다시 시작하지 않고, 실패하는 클라이언트도 없습니다. 끝나면
파일을 다시 맞바꿉니다. 연결은 끝날 때까지 계속되며, Ctrl+C를 한 번 더 누르면
닫힙니다. 이전에 연결한 클라이언트는 표시하지 않습니다. 서버는 클라이언트 대신 이
프로그램의 프로세스와 사용자를 봅니다. 가로채기가 강제 종료된 경우 &quot;pipeglass repair&quot;가
이름을 복원합니다.
</translation>
    </message>
    <message>
        <source>show the messages between the clients and the server of a pipe</source>
        <translation>파이프의 클라이언트와 서버 사이의 메시지 표시</translation>
    </message>
    <message>
        <source>end after this time</source>
        <translation>이 시간 후에 끝내기</translation>
    </message>
    <message>
        <source>print events, but no messages</source>
        <translation>메시지 없이 이벤트만 출력</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) connected before the tap are not shown: %1.</source>
        <translation>
            <numerusform>가로채기 전에 연결한 클라이언트 %n개는 표시하지 않습니다: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pipe has its own file again. %n connection(s) continue until they end; Ctrl+C closes them.</source>
        <translation>
            <numerusform>파이프가 자신의 파일을 되찾았습니다. 연결 %n개는 끝날 때까지 계속됩니다. Ctrl+C를 누르면 닫힙니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>tapped %1 server %2</source>
        <translation>tapped %1 server %2</translation>
    </message>
    <message>
        <source>connected #%1 %2 -&gt; %3</source>
        <translation>connected #%1 %2 -&gt; %3</translation>
    </message>
    <message>
        <source>half-closed #%1 %2</source>
        <translation>half-closed #%1 %2</translation>
    </message>
    <message>
        <source>framing #%1 %2: %3</source>
        <translation>framing #%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 #%2 %3 %4 bytes%5%6</source>
        <translation>%1 #%2 %3 %4 bytes%5%6</translation>
    </message>
    <message>
        <source>recreated</source>
        <translation>recreated</translation>
    </message>
    <message>
        <source>missed %1, in all %2</source>
        <translation>missed %1, in all %2</translation>
    </message>
    <message>
        <source>left</source>
        <translation>left</translation>
    </message>
    <message>
        <source>not a valid regular expression: %1, at character %2</source>
        <translation>올바른 정규식이 아닙니다: %1, %2번째 문자</translation>
    </message>
    <message>
        <source>Shows who can connect to a pipe, which rule decides, and possible fixes, the smallest change
first: for you, for a user as after a new login, or for a running process.
If nobody listens, nobody can connect: start the server then.
--accessible-to lists all pipes, and which of them a user or a process can open and why
not; for a pipe in another mount namespace as seen from inside of it.
--mode, --allow, --deny, --owner and --group change permissions: by descriptor, so that the
file cannot be swapped, and recorded in a journal, so that it can be undone. WHO is
user:NAME, group:NAME or everyone (with --deny: all except the owner, the group and named
users and groups). A change that needs root&apos;s rights uses pkexec.
</source>
        <translation>누가 파이프에 연결할 수 있는지, 어느 규칙이 결정하는지, 가능한 해결 방법을 가장 작은
변경부터 표시합니다. 자신, 새로 로그인한 것과 같은 사용자 또는 실행 중인 프로세스를
기준으로 합니다.
수신 대기하는 프로세스가 없으면 아무도 연결할 수 없습니다. 서버를 시작하십시오.
--accessible-to는 모든 파이프를 나열하고, 사용자나 프로세스가 어느 것을 열 수 있는지와
열 수 없는 이유를 보여 줍니다. 다른 마운트 네임스페이스의 파이프는 그 안에서 본
대로입니다.
--mode, --allow, --deny, --owner, --group은 권한을 변경합니다. 파일이 바뀔 수 없도록
디스크립터로 변경하고, 취소할 수 있도록 저널에 기록합니다. WHO는 user:NAME,
group:NAME 또는 everyone입니다(--deny에서는 소유자, 그룹, 지정된 사용자와 그룹을 제외한
모두). root의 권한이 필요한 변경에는 pkexec를 사용합니다.
</translation>
    </message>
    <message>
        <source>show or change who can connect to a pipe</source>
        <translation>파이프에 연결할 수 있는 사용자 표시 또는 변경</translation>
    </message>
    <message>
        <source>for a user, a uid, or a process (pid:N) instead of you</source>
        <translation>자신 대신 사용자, uid 또는 프로세스(pid:N)를 기준으로</translation>
    </message>
    <message>
        <source>list the pipes that a user, a uid or a process (pid:N) can open</source>
        <translation>사용자, uid 또는 프로세스(pid:N)가 열 수 있는 파이프 나열</translation>
    </message>
    <message>
        <source>with --accessible-to: in this directory only; repeatable</source>
        <translation>--accessible-to와 함께: 이 디렉터리만. 여러 번 지정 가능</translation>
    </message>
    <message>
        <source>with --accessible-to: all known .NET endpoints</source>
        <translation>--accessible-to와 함께: 알려진 모든 .NET 엔드포인트</translation>
    </message>
    <message>
        <source>with --accessible-to: all Unix sockets that have a name</source>
        <translation>--accessible-to와 함께: 이름이 있는 모든 Unix 소켓</translation>
    </message>
    <message>
        <source>with --accessible-to: also in other mount namespaces</source>
        <translation>--accessible-to와 함께: 다른 마운트 네임스페이스에서도</translation>
    </message>
    <message>
        <source>set the mode, such as 0660; only the write bits matter</source>
        <translation>0660과 같은 모드 설정. 쓰기 비트만 중요</translation>
    </message>
    <message>
        <source>let them connect; repeatable</source>
        <translation>연결 허용. 여러 번 지정 가능</translation>
    </message>
    <message>
        <source>do not let them connect; repeatable</source>
        <translation>연결 거부. 여러 번 지정 가능</translation>
    </message>
    <message>
        <source>change the owner</source>
        <translation>소유자 변경</translation>
    </message>
    <message>
        <source>change the group</source>
        <translation>그룹 변경</translation>
    </message>
    <message>
        <source>only show what would change</source>
        <translation>무엇이 바뀌는지만 표시</translation>
    </message>
    <message>
        <source>apply it again when the server re-creates its pipe, until interrupted</source>
        <translation>서버가 파이프를 다시 만들면 다시 적용. 중단할 때까지</translation>
    </message>
    <message>
        <source>undo the newest change, or the one whose number is given as NAME</source>
        <translation>가장 최근 변경 또는 NAME으로 번호를 지정한 변경 취소</translation>
    </message>
    <message>
        <source>with --undo: even if the pipe was changed since</source>
        <translation>--undo와 함께: 그 후에 파이프가 변경되었더라도</translation>
    </message>
    <message>
        <source>print all changes</source>
        <translation>모든 변경 출력</translation>
    </message>
    <message>
        <source>There is no pipe.</source>
        <translation>파이프가 없습니다.</translation>
    </message>
    <message>
        <source>an abstract name has no file, so it has no permissions</source>
        <translation>추상 이름에는 파일이 없으므로 권한도 없습니다</translation>
    </message>
    <message>
        <source>--keep needs the rights of the owner or root all the time</source>
        <translation>--keep에는 소유자나 root의 권한이 계속 필요합니다</translation>
    </message>
    <message>
        <source>Use --force to undo it anyway.</source>
        <translation>그래도 취소하려면 --force를 사용하십시오.</translation>
    </message>
    <message>
        <source>No change has been made yet.</source>
        <translation>아직 변경한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Change %1 was undone.</source>
        <translation>변경 %1을(를) 취소했습니다.</translation>
    </message>
    <message>
        <source>The permissions are already so; nothing was changed.</source>
        <translation>권한이 이미 그러하므로 아무것도 변경하지 않았습니다.</translation>
    </message>
    <message>
        <source>The change is no longer kept: it was undone, or its directory was removed.</source>
        <translation>변경을 더 이상 유지하지 않습니다. 취소되었거나 디렉터리가 제거되었습니다.</translation>
    </message>
    <message>
        <source>The change is kept while this runs. Press Ctrl+C to stop.</source>
        <translation>이 명령이 실행되는 동안 변경을 유지합니다. 멈추려면 Ctrl+C를 누르십시오.</translation>
    </message>
    <message>
        <source>applied again (%1)</source>
        <translation>다시 적용됨(%1)</translation>
    </message>
    <message>
        <source>expected the number of a change from --journal</source>
        <translation>--journal에 있는 변경의 번호가 필요합니다</translation>
    </message>
    <message>
        <source>cannot be combined with a name or a change: it lists all pipes</source>
        <translation>모든 파이프를 나열하므로 이름이나 변경과 함께 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>requires --accessible-to</source>
        <translation>--accessible-to가 필요합니다</translation>
    </message>
    <message>
        <source>can be combined with --json only</source>
        <translation>--json과만 함께 사용할 수 있습니다</translation>
    </message>
    <message>
        <source>requires --undo</source>
        <translation>--undo가 필요합니다</translation>
    </message>
    <message>
        <source>&quot;pipeglass access&quot; needs the name of a pipe.</source>
        <translation>&quot;pipeglass access&quot;에는 파이프의 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>requires a change: --mode, --allow, --deny, --owner or --group</source>
        <translation>변경이 필요합니다: --mode, --allow, --deny, --owner 또는 --group</translation>
    </message>
    <message>
        <source>cannot be combined with a change</source>
        <translation>변경과 함께 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>cannot be combined with --dry-run</source>
        <translation>--dry-run과 함께 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>can connect</source>
        <translation>can connect</translation>
    </message>
    <message>
        <source>has permission</source>
        <translation>has permission</translation>
    </message>
    <message>
        <source>cannot</source>
        <translation>cannot</translation>
    </message>
    <message>
        <source>has none</source>
        <translation>has none</translation>
    </message>
    <message>
        <source>Possible fixes, the smallest change first:
</source>
        <translation>가능한 해결 방법, 가장 작은 변경부터:
</translation>
    </message>
    <message>
        <source>  %1 (gains: %2</source>
        <translation>  %1(추가: %2</translation>
    </message>
    <message>
        <source>; loses: %1</source>
        <translation>, 제외: %1</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>CONNECT</source>
        <translation>CONNECT</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>PATH</translation>
    </message>
    <message>
        <source>WHY</source>
        <translation>WHY</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>before: %1
after:  %2
gains:  %3
loses:  %4
</source>
        <translation>이전: %1
이후: %2
추가: %3
제외: %4
</translation>
    </message>
    <message>
        <source>the same for sh: %1
</source>
        <translation>같은 sh 명령: %1
</translation>
    </message>
    <message numerus="yes">
        <source>kept, applied again %n time(s)</source>
        <translation>
            <numerusform>유지됨, %n번 다시 적용</numerusform>
        </translation>
    </message>
    <message>
        <source>undone</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Deletes stale sockets: the named ones, or without a NAME all of yours in $TMPDIR and /tmp
whose file name begins with CoreFxPipe_. Deletes only files that certainly have no server;
keeps live sockets, those with an unknown state, and other files. Also deletes a named
debugger FIFO (clr-debug-pipe-*) of a process that has ended, without opening it. The exit
code is 1 if a named file was not deleted.
With --json one array of {path, name, deleted, reason}; reason is null if the file was (or,
with --dry-run, would be) deleted.
</source>
        <translation>버려진 소켓을 삭제합니다. 지정한 소켓 또는 NAME이 없으면 $TMPDIR과 /tmp에서 파일
이름이 CoreFxPipe_로 시작하는 자신의 모든 버려진 소켓을 삭제합니다. 서버가 없는 것이
확실한 파일만 삭제하고, 살아 있는 소켓, 상태를 알 수 없는 소켓, 다른 파일은
유지합니다. 종료된 프로세스의 디버거 FIFO(clr-debug-pipe-*)도 지정하면 열지 않고
삭제합니다. 지정한 파일을 삭제하지 않았으면 종료 코드는 1입니다.
--json을 사용하면 {path, name, deleted, reason}의 배열 하나를 출력합니다. 파일을
삭제했으면(--dry-run에서는 삭제할 것이면) reason은 null입니다.
</translation>
    </message>
    <message>
        <source>delete stale sockets</source>
        <translation>버려진 소켓 삭제</translation>
    </message>
    <message>
        <source>only show what would be deleted</source>
        <translation>무엇을 삭제할지만 표시</translation>
    </message>
    <message>
        <source>would delete %1</source>
        <translation>삭제 대상: %1</translation>
    </message>
    <message>
        <source>deleted %1</source>
        <translation>삭제함: %1</translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: %n more not examined.</source>
        <translation>
            <numerusform>중단됨: %n개를 더 검사하지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>You have no stale sockets.</source>
        <translation>자신의 버려진 소켓이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n more listen(s) in other mount namespaces; --namespaces shows them.</source>
        <translation>
            <numerusform>다른 마운트 네임스페이스에서 %n개가 더 수신 대기 중입니다. --namespaces로 표시할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a link to %2.</source>
        <translation>%1은(는) %2을(를) 가리키는 링크입니다.</translation>
    </message>
    <message>
        <source>Lists the pipes in $TMPDIR and /tmp: name, state, owner, group, mode, the server&apos;s
program and pid, connected and waiting clients. It never connects to a pipe.
Without --dir it also shows pipes that servers created in other directories.
With --json prints one array of objects; with --watch one line for each change (&quot;added&quot;
for each pipe at the start), until interrupted.
</source>
        <translation>$TMPDIR과 /tmp의 파이프를 나열합니다. 이름, 상태, 소유자, 그룹, 모드, 서버의
프로그램과 pid, 연결된 클라이언트와 기다리는 클라이언트를 표시합니다. 파이프에 절대
연결하지 않습니다.
--dir이 없으면 서버가 다른 디렉터리에 만든 파이프도 표시합니다.
--json을 사용하면 객체 배열 하나를 출력합니다. --watch를 함께 사용하면 변경마다 한
줄을(처음에는 파이프마다 &quot;added&quot;) 중단할 때까지 출력합니다.
</translation>
    </message>
    <message>
        <source>expected listening, bound, stale, orphaned, taken-over, shut-down or unknown</source>
        <translation>listening, bound, stale, orphaned, taken-over, shut-down 또는 unknown이 필요합니다</translation>
    </message>
    <message>
        <source>expected one of %1</source>
        <translation>%1 중 하나가 필요합니다</translation>
    </message>
    <message>
        <source>cannot be combined with --watch</source>
        <translation>--watch와 함께 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>list pipes with their servers, clients and states</source>
        <translation>파이프와 서버, 클라이언트, 상태 나열</translation>
    </message>
    <message>
        <source>in this directory only; repeatable</source>
        <translation>이 디렉터리만. 여러 번 지정 가능</translation>
    </message>
    <message>
        <source>also in this directory; repeatable</source>
        <translation>이 디렉터리에서도. 여러 번 지정 가능</translation>
    </message>
    <message>
        <source>all known .NET endpoints: diagnostics, MSBuild, compiler server, ...</source>
        <translation>알려진 모든 .NET 엔드포인트: 진단, MSBuild, 컴파일러 서버, ...</translation>
    </message>
    <message>
        <source>all Unix sockets that have a name, and all FIFOs</source>
        <translation>이름이 있는 모든 Unix 소켓과 모든 FIFO</translation>
    </message>
    <message>
        <source>also in containers and other mount namespaces</source>
        <translation>컨테이너와 다른 마운트 네임스페이스에서도</translation>
    </message>
    <message>
        <source>only your own pipes</source>
        <translation>자신의 파이프만</translation>
    </message>
    <message>
        <source>only in this state; repeatable</source>
        <translation>이 상태만. 여러 번 지정 가능</translation>
    </message>
    <message>
        <source>sort by this column</source>
        <translation>이 열로 정렬</translation>
    </message>
    <message>
        <source>show these columns</source>
        <translation>이 열 표시</translation>
    </message>
    <message>
        <source>with the connections of each pipe and their unread bytes</source>
        <translation>각 파이프의 연결과 읽지 않은 바이트 포함</translation>
    </message>
    <message>
        <source>print changes, until interrupted; with --json one object per line</source>
        <translation>중단할 때까지 변경 출력. --json을 사용하면 한 줄에 객체 하나</translation>
    </message>
    <message>
        <source>There is no pipe in %1.</source>
        <translation>%1에 파이프가 없습니다.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>state</source>
        <translation>state</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>owner</translation>
    </message>
    <message>
        <source>group</source>
        <translation>group</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>mode</translation>
    </message>
    <message>
        <source>server</source>
        <translation>server</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>clients</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>endpoint</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>namespace</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>directory</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>backlog</source>
        <translation>backlog</translation>
    </message>
    <message>
        <source>inode</source>
        <translation>inode</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>modified</translation>
    </message>
    <message>
        <source>path</source>
        <translation>path</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 by %2</translation>
    </message>
    <message>
        <source>%1, tapped by %2</source>
        <translation>%1, tapped by %2</translation>
    </message>
    <message>
        <source>Lists .NET processes (and others that serve a CoreFxPipe_*): the pipes that each one serves,
those it is a client of, its diagnostics socket, its TMPDIR, and the anonymous pipes that it
shares with its parent or a child, with writer and reader.
</source>
        <translation>.NET 프로세스(그리고 CoreFxPipe_*를 제공하는 다른 프로세스)를 나열합니다. 각 프로세스가
제공하는 파이프, 클라이언트로 연결한 파이프, 진단 소켓, TMPDIR, 부모나 자식과
공유하는 익명 파이프와 그 쓰는 쪽 및 읽는 쪽을 표시합니다.
</translation>
    </message>
    <message>
        <source>list .NET processes and their pipes</source>
        <translation>.NET 프로세스와 파이프 나열</translation>
    </message>
    <message>
        <source>also pipes in containers and other mount namespaces</source>
        <translation>컨테이너와 다른 마운트 네임스페이스의 파이프도</translation>
    </message>
    <message>
        <source>No .NET process was found.</source>
        <translation>.NET 프로세스를 찾지 못했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them run(s) in other mount namespaces (containers); --namespaces shows their pipes.</source>
        <translation>
            <numerusform>그중 %n개가 다른 마운트 네임스페이스(컨테이너)에서 실행 중입니다. --namespaces로 파이프를 표시할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>serves</source>
        <translation>serves</translation>
    </message>
    <message>
        <source>client of</source>
        <translation>client of</translation>
    </message>
    <message>
        <source>diagnostics</source>
        <translation>diagnostics</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonymous</translation>
    </message>
    <message>
        <source>Undoes taps that were killed, or ended by a power failure: the name leads to its server again
if that runs, else the remaining files of tap and server are deleted. Running taps, and files
that a journal does not identify, are not changed. The window and the verb tap do the same when
they start. The exit code is 1 if something could not be repaired.
With --json one array of {path, path_bytes, action, reason}; action is restored, removed or none.
</source>
        <translation>강제 종료되었거나 정전으로 끝난 가로채기를 되돌립니다. 서버가 실행 중이면 이름이 다시
서버를 가리키고, 아니면 가로채기와 서버가 남긴 파일을 삭제합니다. 실행 중인 가로채기와
저널로 확인되지 않는 파일은 변경하지 않습니다. 창과 tap 하위 명령도 시작할 때 같은 일을
합니다. 복구할 수 없는 것이 있으면 종료 코드는 1입니다.
--json을 사용하면 {path, path_bytes, action, reason}의 배열 하나를 출력합니다. action은
restored, removed 또는 none입니다.
</translation>
    </message>
    <message>
        <source>%1: not repaired: %2</source>
        <translation>%1: 복구하지 않음: %2</translation>
    </message>
    <message>
        <source>%1: would be restored: %2</source>
        <translation>%1: 복원할 예정: %2</translation>
    </message>
    <message>
        <source>%1: restored: %2</source>
        <translation>%1: 복원함: %2</translation>
    </message>
    <message>
        <source>%1: remaining files would be deleted: %2</source>
        <translation>%1: 남은 파일을 삭제할 예정: %2</translation>
    </message>
    <message>
        <source>%1: remaining files were deleted: %2</source>
        <translation>%1: 남은 파일을 삭제함: %2</translation>
    </message>
    <message>
        <source>%1: nothing to repair: %2</source>
        <translation>%1: 복구할 것이 없음: %2</translation>
    </message>
    <message>
        <source>undo taps that were killed</source>
        <translation>강제 종료된 가로채기 되돌리기</translation>
    </message>
    <message>
        <source>only show what would be done</source>
        <translation>무엇을 할지만 표시</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>복구할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Shows all about one pipe: the fields of the list, the recognized endpoint and whether attaching
is harmful, each connection with the processes of client and server and their unread bytes,
waiting clients, whether and when a cleaner of temporary directories would delete it, and the
anonymous pipes of its server. NAME may also be a row whose file was removed. It never
connects.
</source>
        <translation>파이프 하나의 모든 것을 표시합니다. 목록의 필드, 인식된 엔드포인트와 접속이 해로운지
여부, 각 연결의 클라이언트 및 서버 프로세스와 읽지 않은 바이트, 기다리는 클라이언트,
임시 디렉터리 정리 프로그램이 삭제할지와 그 시기, 서버의 익명 파이프를 표시합니다.
NAME은 파일이 제거된 행일 수도 있습니다. 절대 연결하지 않습니다.
</translation>
    </message>
    <message>
        <source>show all about one pipe: connections, unread bytes, endpoint</source>
        <translation>파이프 하나의 모든 것 표시: 연결, 읽지 않은 바이트, 엔드포인트</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problem</translation>
    </message>
    <message>
        <source>speaks</source>
        <translation>speaks</translation>
    </message>
    <message>
        <source>beware</source>
        <translation>beware</translation>
    </message>
    <message>
        <source>took over</source>
        <translation>took over</translation>
    </message>
    <message>
        <source>from process %1</source>
        <translation>from process %1</translation>
    </message>
    <message>
        <source>tapped</source>
        <translation>tapped</translation>
    </message>
    <message>
        <source>by process %1</source>
        <translation>by process %1</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>connection</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>deletion</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>rule</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>메시지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %1, on %n connection(s)</source>
        <translation>
            <numerusform>, %1 동안, 연결 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>from the %1: %2, payload %3, on the wire %4
</source>
        <translation>보낸 쪽 %1: %2, 페이로드 %3, 전송 크기 %4
</translation>
    </message>
    <message>
        <source>client</source>
        <translation>client</translation>
    </message>
    <message>
        <source>malformed: %1, events: %2
</source>
        <translation>형식 오류: %1, 이벤트: %2
</translation>
    </message>
    <message>
        <source>time to the answer: median %1, 99 % in %2, longest %3
</source>
        <translation>응답까지의 시간: 중앙값 %1, 99%가 %2 이내, 최대 %3
</translation>
    </message>
    <message>
        <source>Prints a recording (of echo --record, send --record or the window), one line for each
message. A recording that was cut off by a crash is printed up to there, with exit code 0.

A filter compares fields: from, direction, length, connection, time, latency, malformed, event,
text, payload, number, marked, note; with == != &lt; &lt;= &gt; &gt;= contains matches, and, or, not and
parentheses:
    pipeglass read FILE --filter &apos;from == server and (latency &gt; 5ms or text contains &quot;error&quot;)&apos;
</source>
        <translation>기록(echo --record, send --record 또는 창의 기록)을 메시지마다 한 줄씩 출력합니다.
비정상 종료로 잘린 기록은 그 지점까지 출력하며 종료 코드는 0입니다.

필터는 필드를 비교합니다: from, direction, length, connection, time, latency, malformed,
event, text, payload, number, marked, note. 연산자는 == != &lt; &lt;= &gt; &gt;= contains matches이며,
and, or, not, 괄호를 사용할 수 있습니다:
    pipeglass read FILE --filter &apos;from == server and (latency &gt; 5ms or text contains &quot;error&quot;)&apos;
</translation>
    </message>
    <message>
        <source>The filter is wrong:
%1</source>
        <translation>필터가 잘못되었습니다:
%1</translation>
    </message>
    <message>
        <source>expected jsonl, text, pcapng:FILE or raw:DIRECTORY</source>
        <translation>jsonl, text, pcapng:FILE 또는 raw:DIRECTORY가 필요합니다</translation>
    </message>
    <message>
        <source>print a recording</source>
        <translation>기록 출력</translation>
    </message>
    <message>
        <source>print events of connections too</source>
        <translation>연결의 이벤트도 출력</translation>
    </message>
    <message>
        <source>continue with messages added to the file, until interrupted</source>
        <translation>중단할 때까지 파일에 추가되는 메시지도 계속 출력</translation>
    </message>
    <message>
        <source>cut the recorded bytes with another framing</source>
        <translation>기록된 바이트를 다른 프레이밍으로 나누기</translation>
    </message>
    <message>
        <source>only messages that match this expression</source>
        <translation>이 식과 일치하는 메시지만</translation>
    </message>
    <message>
        <source>print how many messages there are, and how fast they were answered</source>
        <translation>메시지 수와 응답 속도 출력</translation>
    </message>
    <message>
        <source>jsonl, text, pcapng:FILE, or raw:DIRECTORY: a file for each stream</source>
        <translation>jsonl, text, pcapng:FILE 또는 raw:DIRECTORY(스트림마다 파일 하나)</translation>
    </message>
    <message>
        <source>The recording was cut off; everything before that was printed.</source>
        <translation>기록이 잘려 있습니다. 그 앞까지 모두 출력했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>  (%n more line(s))</source>
        <translation>
            <numerusform>  (%n줄 더)</numerusform>
        </translation>
    </message>
    <message>
        <source>Plays one side of a recording (of send --record, tap --record or the window) against the
pipe NAME, and compares the answers with the recorded ones, message by message.
As the client it connects to NAME and sends what the recorded client sent; as the server it
hosts NAME, and each client that connects gets what the recorded server sent on the next
recorded connection. A message is sent when all that was recorded before it has come.
Exit code 0: all answers are as recorded; 1: one differs, is missing or was not recorded.
</source>
        <translation>기록(send --record, tap --record 또는 창의 기록)의 한쪽을 파이프 NAME에 대해 재생하고,
응답을 기록된 응답과 메시지별로 비교합니다.
클라이언트로 재생하면 NAME에 연결하여 기록된 클라이언트가 보낸 것을 보냅니다. 서버로
재생하면 NAME을 호스팅하고, 연결하는 각 클라이언트는 다음 기록된 연결에서 서버가 보낸
것을 받습니다. 메시지는 그 앞에 기록된 모든 것이 온 다음에 보냅니다.
종료 코드 0: 모든 응답이 기록과 같음, 1: 다르거나 없거나 기록되지 않은 응답이 있음.
</translation>
    </message>
    <message>
        <source>expected client or server</source>
        <translation>client 또는 server가 필요합니다</translation>
    </message>
    <message>
        <source>expected the number of a connection</source>
        <translation>연결의 번호가 필요합니다</translation>
    </message>
    <message>
        <source>play one side of a recording again and compare the answers</source>
        <translation>기록의 한쪽을 다시 재생하고 응답 비교</translation>
    </message>
    <message>
        <source>which side to play: client (default) or server</source>
        <translation>재생할 쪽: client(기본값) 또는 server</translation>
    </message>
    <message>
        <source>without the recorded pauses: as fast as answers come</source>
        <translation>기록된 멈춤 없이, 응답이 오는 대로 빠르게</translation>
    </message>
    <message>
        <source>only this connection of the recording; repeatable</source>
        <translation>기록의 이 연결만. 여러 번 지정 가능</translation>
    </message>
    <message>
        <source>cut the recording and the answers with another framing</source>
        <translation>기록과 응답을 다른 프레이밍으로 나누기</translation>
    </message>
    <message>
        <source>how long an answer may be late, default 10; 0: no limit</source>
        <translation>응답이 늦어도 되는 시간, 기본값 10. 0: 제한 없음</translation>
    </message>
    <message>
        <source>mode of the socket of --as server, default 0600</source>
        <translation>--as server의 소켓 모드, 기본값 0600</translation>
    </message>
    <message>
        <source>record the new conversation in a new file (pcapng)</source>
        <translation>새 대화를 새 파일(pcapng)에 기록</translation>
    </message>
    <message>
        <source>print one JSON object per line for each answer</source>
        <translation>응답마다 JSON 객체를 한 줄씩 출력</translation>
    </message>
    <message>
        <source>there is no connection in the recording</source>
        <translation>기록에 연결이 없습니다</translation>
    </message>
    <message>
        <source>The recording was cut off; everything before that is replayed.</source>
        <translation>기록이 잘려 있습니다. 그 앞까지 모두 재생합니다.</translation>
    </message>
    <message>
        <source>Messages are missing in the recording, because the disk was full.</source>
        <translation>디스크가 가득 차서 기록에 빠진 메시지가 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Listening on %1 for %n client(s).</source>
        <translation>
            <numerusform>%1에서 클라이언트 %n개를 수신 대기합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>extra (%1, connection %2)</source>
        <translation>추가됨(%1, 연결 %2)</translation>
    </message>
    <message>
        <source>%1 missing (%2, connection %3)</source>
        <translation>%1 없음(%2, 연결 %3)</translation>
    </message>
    <message>
        <source>%1 differs (%2, connection %3):</source>
        <translation>%1 다름(%2, 연결 %3):</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) sent</source>
        <translation>
            <numerusform>메시지 %n개 전송</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>응답 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>all as recorded</source>
        <translation>모두 기록과 같음</translation>
    </message>
    <message>
        <source>%1 same, %2 different, %3 missing, %4 extra</source>
        <translation>같음 %1, 다름 %2, 없음 %3, 추가됨 %4</translation>
    </message>
    <message>
        <source>An answer did not come in time, and its connection was ended.</source>
        <translation>응답이 제시간에 오지 않아 연결을 끝냈습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were not sent.</source>
        <translation>
            <numerusform>메시지 %n개를 보내지 않았습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) were not replayed.</source>
        <translation>
            <numerusform>연결 %n개를 재생하지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Starts COMMAND, and records the conversations at the pipes that it and all its descendants make
or connect to, from the first byte. Input, output, signals and exit status are those of COMMAND
(128 + N after signal N, 127 if there is no such program, 126 if it cannot be executed).
Shown are stream sockets directly in its TMPDIR or in /tmp. Not shown: pipes elsewhere, the
sockets of the .NET diagnostics, 32-bit programs, processes with another user or in a container,
and what remains running when COMMAND has ended. Set-uid programs such as sudo get no more rights
(unless root runs this). Servers see this program&apos;s process in place of their clients&apos;. Needs
Linux 5.9; within another &quot;run&quot;, or a sandbox that intercepts system calls, it is not possible.
If this command and its pipeglass-program-watcher are both killed, processes that remain can
connect to nothing any more.
</source>
        <translation>COMMAND를 시작하고, 그 프로세스와 모든 하위 프로세스가 만들거나 연결하는 파이프의
대화를 첫 바이트부터 기록합니다. 입력, 출력, 신호, 종료 상태는 COMMAND의 것입니다(신호
N 다음에는 128 + N, 프로그램이 없으면 127, 실행할 수 없으면 126).
그 TMPDIR 또는 /tmp 바로 아래의 스트림 소켓을 표시합니다. 다른 위치의 파이프, .NET 진단
소켓, 32비트 프로그램, 다른 사용자나 컨테이너의 프로세스, COMMAND가 끝난 뒤에도 실행
중인 것은 표시하지 않습니다. sudo와 같은 set-uid 프로그램은 추가 권한을 얻지
못합니다(root로 실행하는 경우 제외). 서버는 클라이언트 대신 이 프로그램의 프로세스를
봅니다. Linux 5.9가 필요하며, 다른 &quot;run&quot; 안이나 시스템 호출을 가로채는 샌드박스에서는
사용할 수 없습니다.
이 명령과 pipeglass-program-watcher가 모두 강제 종료되면 남은 프로세스는 더 이상 아무
데도 연결할 수 없습니다.
</translation>
    </message>
    <message>
        <source>start a program and record the conversations at its pipes</source>
        <translation>프로그램을 시작하고 그 파이프의 대화 기록</translation>
    </message>
    <message>
        <source>write one JSON object per line for each event, as tap --json</source>
        <translation>tap --json처럼 이벤트마다 JSON 객체를 한 줄씩 쓰기</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>이 텍스트</translation>
    </message>
    <message>
        <source>(more values than are shown)</source>
        <translation>(표시한 것보다 값이 더 있음)</translation>
    </message>
    <message>
        <source>out</source>
        <translation>out</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>%1 %2 %3 %4 bytes%5</source>
        <translation>%1 %2 %3 %4 bytes%5</translation>
    </message>
    <message>
        <source>expected an encoding, such as utf-8, utf-16le, utf-16be or latin1</source>
        <translation>utf-8, utf-16le, utf-16be 또는 latin1과 같은 인코딩이 필요합니다</translation>
    </message>
    <message>
        <source>not valid UTF-8, so it cannot be converted to another encoding</source>
        <translation>올바른 UTF-8이 아니므로 다른 인코딩으로 변환할 수 없습니다</translation>
    </message>
    <message>
        <source>contains characters that do not exist in %1</source>
        <translation>%1에 없는 문자가 들어 있습니다</translation>
    </message>
    <message>
        <source>Done. Undo with &quot;pipeglass access --undo %1&quot;.</source>
        <translation>완료되었습니다. &quot;pipeglass access --undo %1&quot;로 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 또는 </translation>
    </message>
    <message>
        <source>messages of this format cannot be written from their values</source>
        <translation>이 형식의 메시지는 값으로 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>each TEXT is values in JSON, sent as messagepack, cbor, bson, protobuf, @FILE</source>
        <translation>각 TEXT는 JSON으로 쓴 값이며 messagepack, cbor, bson, protobuf, @FILE로 전송</translation>
    </message>
    <message>
        <source>credentials-passed</source>
        <translation>자격 증명 전달</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>a text is explained, or a process, not both</source>
        <translation>텍스트와 프로세스 중 하나만 설명합니다</translation>
    </message>
    <message>
        <source>expected the number of a process</source>
        <translation>프로세스 번호가 필요합니다</translation>
    </message>
    <message>
        <source>expected more than 0 seconds</source>
        <translation>0초보다 큰 값이 필요합니다</translation>
    </message>
    <message>
        <source>Explains the text of a .NET exception about a pipe: what it means on Linux, which pipe it is
about, what that pipe looks like right now, and what to do. TEXT is a message, an exception with
its stack trace, or a log that contains one; without it, or with -, stdin is read to its end.
The first such exception is explained.
With --json one object {id, meaning, pipe, path, state, remedy, command}; what the text does not
name, or is not there, is null. Ends with 1 if the text has no exception of a pipe.

With --pid: why does this running .NET client not connect? Its runtime is asked through its
diagnostics socket for the events of its sockets, which name the address that it tries, until a
second after the first failure. The program goes on meanwhile; it must be one of your own user.
With --json an array of such objects, with {attempts}. Ends with 1 if no connect failed.
</source>
        <translation>파이프에 관한 .NET 예외의 텍스트를 설명합니다. Linux에서 무엇을 뜻하는지, 어느
파이프에 관한 것인지, 그 파이프가 지금 어떤 상태인지, 무엇을 해야 하는지 알려 줍니다.
TEXT는 메시지, 스택 추적이 있는 예외 또는 예외가 들어 있는 로그입니다. TEXT가 없거나
-이면 표준 입력을 끝까지 읽습니다. 처음 나오는 예외를 설명합니다.
--json을 사용하면 {id, meaning, pipe, path, state, remedy, command} 객체 하나를 출력합니다.
텍스트에 없거나 존재하지 않는 것은 null입니다. 파이프의 예외가 없으면 1로 끝납니다.

--pid: 실행 중인 이 .NET 클라이언트가 연결하지 못하는 이유는 무엇인지 알려 줍니다. 진단 소켓을
통해 런타임에 소켓 이벤트를 요청하며, 첫 실패 후 1초가 지날 때까지 시도하는 주소를 표시합니다.
그동안 프로그램은 계속 실행되며, 자기 사용자의 프로그램이어야 합니다.
--json이면 {attempts}가 있는 그러한 객체의 배열입니다. 실패한 연결이 없으면 1로 끝납니다.
</translation>
    </message>
    <message>
        <source>needs --pid</source>
        <translation>--pid가 필요합니다</translation>
    </message>
    <message>
        <source>listen to the failing connects of a running .NET program</source>
        <translation>실행 중인 .NET 프로그램의 실패하는 연결 듣기</translation>
    </message>
    <message>
        <source>how long to listen at most, in seconds, default 10</source>
        <translation>듣는 최대 시간(초), 기본값 10</translation>
    </message>
    <message>
        <source>is for messages of protobuf, not of %1</source>
        <translation>%1이(가) 아니라 protobuf의 메시지를 위한 것입니다</translation>
    </message>
    <message>
        <source>requires --decode</source>
        <translation>--decode가 필요합니다</translation>
    </message>
    <message>
        <source>types of protobuf, from protoc --descriptor_set_out; FILE:MESSAGE names one</source>
        <translation>protobuf의 형식, protoc --descriptor_set_out의 파일; FILE:MESSAGE는 하나를 지정함</translation>
    </message>
    <message>
        <source>held #%1</source>
        <translation>held #%1</translation>
    </message>
</context>
<context>
    <name>CopyText</name>
    <message>
        <source>from the client</source>
        <translation>클라이언트가 보냄</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>서버가 보냄</translation>
    </message>
    <message>
        <source>message %1, %2, %3</source>
        <translation>메시지 %1, %2, %3</translation>
    </message>
    <message>
        <source>The selected messages have more than %1.</source>
        <translation>선택한 메시지가 %1보다 큽니다.</translation>
    </message>
</context>
<context>
    <name>Decoding</name>
    <message>
        <source>a message of BSON is an object</source>
        <translation>BSON의 메시지는 객체여야 합니다</translation>
    </message>
    <message>
        <source>a name must not contain NUL</source>
        <translation>이름에는 NUL이 들어갈 수 없습니다</translation>
    </message>
    <message>
        <source>not known in Extended JSON, or its value is wrong</source>
        <translation>Extended JSON에서 알 수 없거나 값이 잘못되었습니다</translation>
    </message>
    <message>
        <source>this format has no integer of this size</source>
        <translation>이 형식에는 이 크기의 정수가 없습니다</translation>
    </message>
    <message>
        <source>%1 is not known here, or its value is wrong</source>
        <translation>여기에서 %1을(를) 알 수 없거나 값이 잘못되었습니다</translation>
    </message>
    <message>
        <source>expected a pair: [key, value]</source>
        <translation>쌍이 필요합니다: [키, 값]</translation>
    </message>
    <message>
        <source>nothing may follow the value</source>
        <translation>값 뒤에는 아무것도 올 수 없습니다</translation>
    </message>
    <message>
        <source>too many levels of values</source>
        <translation>값의 중첩 단계가 너무 많습니다</translation>
    </message>
    <message>
        <source>expected a name in quotes</source>
        <translation>따옴표로 묶은 이름이 필요합니다</translation>
    </message>
    <message>
        <source>expected a colon after the name</source>
        <translation>이름 뒤에 콜론이 필요합니다</translation>
    </message>
    <message>
        <source>expected a comma or }</source>
        <translation>쉼표 또는 }가 필요합니다</translation>
    </message>
    <message>
        <source>expected a comma or ]</source>
        <translation>쉼표 또는 ]가 필요합니다</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>값이 필요합니다</translation>
    </message>
    <message>
        <source>expected a digit</source>
        <translation>숫자 한 자리가 필요합니다</translation>
    </message>
    <message>
        <source>a string ends on its line; write \n for a line break</source>
        <translation>문자열은 그 줄에서 끝나야 합니다. 줄 바꿈은 \n으로 쓰십시오</translation>
    </message>
    <message>
        <source>the quote that ends the string is missing</source>
        <translation>문자열을 끝내는 따옴표가 없습니다</translation>
    </message>
    <message>
        <source>no such escape in a string</source>
        <translation>문자열에 이러한 이스케이프는 없습니다</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1행 %2열: %3</translation>
    </message>
    <message>
        <source>The bytes are not a message of the format %1.</source>
        <translation>바이트가 %1 형식의 메시지가 아닙니다.</translation>
    </message>
    <message>
        <source>expected a time such as &quot;2026-01-31T23:59:59.123Z&quot;</source>
        <translation>&quot;2026-01-31T23:59:59.123Z&quot;와 같은 시각이 필요합니다</translation>
    </message>
    <message>
        <source>a message of protobuf is an object of numbered fields</source>
        <translation>protobuf의 메시지는 번호가 있는 필드의 객체여야 합니다</translation>
    </message>
    <message>
        <source>the name of a field is its number, such as &quot;1&quot;</source>
        <translation>필드의 이름은 &quot;1&quot;과 같은 번호입니다</translation>
    </message>
    <message>
        <source>expected hex digits</source>
        <translation>16진수 숫자가 필요합니다</translation>
    </message>
    <message>
        <source>this format has no such value</source>
        <translation>이 형식에는 이러한 값이 없습니다</translation>
    </message>
    <message>
        <source>not a value of this type of field</source>
        <translation>이 유형의 필드에 맞는 값이 아닙니다</translation>
    </message>
    <message>
        <source>expected one of the message types %1</source>
        <translation>다음 메시지 형식 중 하나여야 합니다: %1</translation>
    </message>
    <message>
        <source>expected a regular file</source>
        <translation>일반 파일이 필요합니다</translation>
    </message>
    <message>
        <source>expected message types as protoc --descriptor_set_out=FILE --include_imports writes them</source>
        <translation>protoc --descriptor_set_out=FILE --include_imports가 쓰는 메시지 형식이어야 합니다</translation>
    </message>
    <message>
        <source>a message of protobuf is an object of fields</source>
        <translation>protobuf의 메시지는 필드의 객체입니다</translation>
    </message>
    <message>
        <source>%1 has no field %2</source>
        <translation>%1에는 필드 %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>expected text in quotes</source>
        <translation>따옴표 안의 텍스트여야 합니다</translation>
    </message>
    <message>
        <source>a map is an object of its keys and values</source>
        <translation>맵은 키와 값의 객체입니다</translation>
    </message>
    <message>
        <source>none of the message types has all these fields: %1</source>
        <translation>이 필드를 모두 가진 메시지 형식이 없습니다: %1</translation>
    </message>
    <message>
        <source>several message types have these fields; choose one of %1</source>
        <translation>여러 메시지 형식에 이 필드가 있습니다. 다음 중 하나를 선택하십시오: %1</translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>Diagnostics router</source>
        <translation>진단 라우터</translation>
    </message>
    <message>
        <source>dotnet-dsrouter offers the diagnostics of an app on a phone, a browser or another machine here.</source>
        <translation>dotnet-dsrouter가 휴대폰, 브라우저 또는 다른 컴퓨터에 있는 앱의 진단을 여기에서 제공합니다.</translation>
    </message>
    <message>
        <source>Diagnostics IPC</source>
        <translation>진단 IPC</translation>
    </message>
    <message>
        <source>Every .NET process listens here for dotnet-trace, dotnet-counters, dotnet-dump and dotnet-monitor.</source>
        <translation>모든 .NET 프로세스는 여기에서 dotnet-trace, dotnet-counters, dotnet-dump, dotnet-monitor를 위해 수신 대기합니다.</translation>
    </message>
    <message>
        <source>Debugger transport</source>
        <translation>디버거 전송</translation>
    </message>
    <message>
        <source>The runtime waits here for a debugger; each .NET process has one FIFO for each direction.</source>
        <translation>런타임이 여기에서 디버거를 기다립니다. .NET 프로세스마다 방향별로 FIFO가 하나씩 있습니다.</translation>
    </message>
    <message>
        <source>The runtime takes whoever opens this FIFO for a debugger.</source>
        <translation>런타임은 이 FIFO를 여는 것을 디버거로 여깁니다.</translation>
    </message>
    <message>
        <source>PowerShell host</source>
        <translation>PowerShell 호스트</translation>
    </message>
    <message>
        <source>Every pwsh process listens here for Enter-PSHostProcess, which opens a session inside it.</source>
        <translation>모든 pwsh 프로세스는 여기에서 Enter-PSHostProcess를 위해 수신 대기하며, 이는 프로세스 안에 세션을 엽니다.</translation>
    </message>
    <message>
        <source>Attaching takes the only connection of this PowerShell process; Enter-PSHostProcess cannot get in meanwhile.</source>
        <translation>접속하면 이 PowerShell 프로세스의 유일한 연결을 차지하며, 그동안 Enter-PSHostProcess는 들어갈 수 없습니다.</translation>
    </message>
    <message>
        <source>PowerShell Editor Services</source>
        <translation>PowerShell Editor Services</translation>
    </message>
    <message>
        <source>The language server or debug adapter of the PowerShell extension waits here for its editor.</source>
        <translation>PowerShell 확장의 언어 서버 또는 디버그 어댑터가 여기에서 편집기를 기다립니다.</translation>
    </message>
    <message>
        <source>Attaching takes the only connection of the editor&apos;s PowerShell session and ends it.</source>
        <translation>접속하면 편집기의 PowerShell 세션의 유일한 연결을 차지하여 세션이 끝납니다.</translation>
    </message>
    <message>
        <source>PowerShell.MCP</source>
        <translation>PowerShell.MCP</translation>
    </message>
    <message>
        <source>A PowerShell console offers itself to AI assistants here.</source>
        <translation>PowerShell 콘솔이 여기에서 AI 도우미에게 자신을 제공합니다.</translation>
    </message>
    <message>
        <source>Attaching can take the connection that the assistant needs.</source>
        <translation>접속하면 도우미에게 필요한 연결을 차지할 수 있습니다.</translation>
    </message>
    <message>
        <source>MSBuild server</source>
        <translation>MSBuild 서버</translation>
    </message>
    <message>
        <source>The build server that `dotnet build` uses when DOTNET_CLI_USE_MSBUILD_SERVER is set.</source>
        <translation>DOTNET_CLI_USE_MSBUILD_SERVER가 설정된 경우 `dotnet build`가 사용하는 빌드 서버입니다.</translation>
    </message>
    <message>
        <source>Attaching takes the only connection of the build server; a build that needs it starts without it.</source>
        <translation>접속하면 빌드 서버의 유일한 연결을 차지하며, 이 서버가 필요한 빌드는 서버 없이 시작합니다.</translation>
    </message>
    <message>
        <source>MSBuild assembly resolver, one endpoint</source>
        <translation>MSBuild 어셈블리 확인자, 엔드포인트 하나</translation>
    </message>
    <message>
        <source>One of the connections on which the shared resolver of assembly references serves build nodes.</source>
        <translation>공유 어셈블리 참조 확인자가 빌드 노드를 처리하는 연결 중 하나입니다.</translation>
    </message>
    <message>
        <source>Attaching takes the only connection of this resolver endpoint.</source>
        <translation>접속하면 이 확인자 엔드포인트의 유일한 연결을 차지합니다.</translation>
    </message>
    <message>
        <source>MSBuild assembly resolver</source>
        <translation>MSBuild 어셈블리 확인자</translation>
    </message>
    <message>
        <source>The node that resolves assembly references for all build nodes of this user.</source>
        <translation>이 사용자의 모든 빌드 노드를 위해 어셈블리 참조를 확인하는 노드입니다.</translation>
    </message>
    <message>
        <source>Attaching takes the only connection of the resolver node.</source>
        <translation>접속하면 확인자 노드의 유일한 연결을 차지합니다.</translation>
    </message>
    <message>
        <source>MSBuild coordinator</source>
        <translation>MSBuild 조정자</translation>
    </message>
    <message>
        <source>Distributes the processors of this machine among the builds of one user.</source>
        <translation>이 컴퓨터의 프로세서를 한 사용자의 빌드에 나누어 줍니다.</translation>
    </message>
    <message>
        <source>A build may wait for an answer that was sent to you.</source>
        <translation>사용자에게 보내진 응답을 빌드가 기다릴 수 있습니다.</translation>
    </message>
    <message>
        <source>MSBuild worker node</source>
        <translation>MSBuild 작업자 노드</translation>
    </message>
    <message>
        <source>A build process that stays for a quarter of an hour and waits here for the next build.</source>
        <translation>15분 동안 남아 여기에서 다음 빌드를 기다리는 빌드 프로세스입니다.</translation>
    </message>
    <message>
        <source>Attaching takes the only connection of this build node; a build that wants it has to start another one.</source>
        <translation>접속하면 이 빌드 노드의 유일한 연결을 차지하며, 이 노드가 필요한 빌드는 다른 노드를 시작해야 합니다.</translation>
    </message>
    <message>
        <source>Compiler server (VBCSCompiler)</source>
        <translation>컴파일러 서버(VBCSCompiler)</translation>
    </message>
    <message>
        <source>The Roslyn compiler that stays in memory and compiles C# and Visual Basic for every build.</source>
        <translation>메모리에 남아 모든 빌드의 C# 및 Visual Basic을 컴파일하는 Roslyn 컴파일러입니다.</translation>
    </message>
    <message>
        <source>Compiler server (VBCSCompiler of an old SDK)</source>
        <translation>컴파일러 서버(이전 SDK의 VBCSCompiler)</translation>
    </message>
    <message>
        <source>Razor compiler server</source>
        <translation>Razor 컴파일러 서버</translation>
    </message>
    <message>
        <source>Compiles Razor pages for builds with old SDKs and stays in memory between them.</source>
        <translation>이전 SDK를 사용하는 빌드의 Razor 페이지를 컴파일하며 빌드 사이에 메모리에 남아 있습니다.</translation>
    </message>
    <message>
        <source>dotnet watch hot reload</source>
        <translation>dotnet watch 핫 리로드</translation>
    </message>
    <message>
        <source>`dotnet watch` sends code changes through this pipe to the app that it runs.</source>
        <translation>`dotnet watch`가 실행 중인 앱에 이 파이프로 코드 변경을 보냅니다.</translation>
    </message>
    <message>
        <source>Attaching takes the only connection of `dotnet watch`.</source>
        <translation>접속하면 `dotnet watch`의 유일한 연결을 차지합니다.</translation>
    </message>
    <message>
        <source>dotnet watch, or a pipe to a child process</source>
        <translation>dotnet watch 또는 자식 프로세스로의 파이프</translation>
    </message>
    <message>
        <source>`dotnet watch` uses such a name for its hot-reload pipe, and many programs for a pipe to their child process.</source>
        <translation>`dotnet watch`는 핫 리로드 파이프에, 많은 프로그램은 자식 프로세스로의 파이프에 이러한 이름을 사용합니다.</translation>
    </message>
    <message>
        <source>Such a pipe usually serves one client: attaching takes its place, such as the only connection of `dotnet watch`.</source>
        <translation>이러한 파이프는 보통 클라이언트 하나만 처리합니다. 접속하면 `dotnet watch`의 유일한 연결과 같은 자리를 차지합니다.</translation>
    </message>
    <message>
        <source>ServiceHub</source>
        <translation>ServiceHub</translation>
    </message>
    <message>
        <source>A brokered service of C# Dev Kit or Visual Studio waits here for its editor.</source>
        <translation>C# Dev Kit 또는 Visual Studio의 중개 서비스가 여기에서 편집기를 기다립니다.</translation>
    </message>
    <message>
        <source>Attaching can take the connection that the editor waits for.</source>
        <translation>접속하면 편집기가 기다리는 연결을 차지할 수 있습니다.</translation>
    </message>
    <message>
        <source>Microsoft.Testing.Platform</source>
        <translation>Microsoft.Testing.Platform</translation>
    </message>
    <message>
        <source>`dotnet test`, or an extension of the test run, waits here for the test program.</source>
        <translation>`dotnet test` 또는 테스트 실행의 확장이 여기에서 테스트 프로그램을 기다립니다.</translation>
    </message>
    <message>
        <source>Attaching takes the only connection of the test run and can end it.</source>
        <translation>접속하면 테스트 실행의 유일한 연결을 차지하여 실행이 끝날 수 있습니다.</translation>
    </message>
    <message>
        <source>Test run or ServiceHub</source>
        <translation>테스트 실행 또는 ServiceHub</translation>
    </message>
    <message>
        <source>Test runs of Microsoft.Testing.Platform and the services of C# Dev Kit use such names.</source>
        <translation>Microsoft.Testing.Platform의 테스트 실행과 C# Dev Kit의 서비스가 이러한 이름을 사용합니다.</translation>
    </message>
    <message>
        <source>Such a socket usually serves one client: attaching takes its place and can end a test run.</source>
        <translation>이러한 소켓은 보통 클라이언트 하나만 처리합니다. 접속하면 그 자리를 차지하여 테스트 실행이 끝날 수 있습니다.</translation>
    </message>
    <message>
        <source>Debugger of VS Code (vsdbg-ui)</source>
        <translation>VS Code 디버거(vsdbg-ui)</translation>
    </message>
    <message>
        <source>VS Code listens here for messages of its .NET debugger about a test that is debugged.</source>
        <translation>VS Code가 여기에서 디버깅 중인 테스트에 관한 .NET 디버거의 메시지를 수신 대기합니다.</translation>
    </message>
    <message>
        <source>Attaching takes the place of the debugger, and VS Code does not learn that the test has started.</source>
        <translation>접속하면 디버거의 자리를 차지하여, VS Code는 테스트가 시작된 것을 알지 못합니다.</translation>
    </message>
    <message>
        <source>VS Code</source>
        <translation>VS Code</translation>
    </message>
    <message>
        <source>The editor listens here for a program that it starts itself, such as the C# language server.</source>
        <translation>편집기가 여기에서 C# 언어 서버와 같이 직접 시작한 프로그램을 수신 대기합니다.</translation>
    </message>
    <message>
        <source>The editor takes one connection only, and attaching takes it from the language server.</source>
        <translation>편집기는 연결 하나만 받으며, 접속하면 언어 서버의 연결을 차지합니다.</translation>
    </message>
    <message>
        <source>A window of the editor listens here for the `code` command and for its own processes.</source>
        <translation>편집기의 창이 여기에서 `code` 명령과 자신의 프로세스를 위해 수신 대기합니다.</translation>
    </message>
    <message>
        <source>C# language server (Roslyn)</source>
        <translation>C# 언어 서버(Roslyn)</translation>
    </message>
    <message>
        <source>The language server behind the C# extension of an editor waits here for that editor.</source>
        <translation>편집기의 C# 확장 뒤에 있는 언어 서버가 여기에서 그 편집기를 기다립니다.</translation>
    </message>
    <message>
        <source>Aspire</source>
        <translation>Aspire</translation>
    </message>
    <message>
        <source>The `aspire` command and the app host that it started talk here.</source>
        <translation>`aspire` 명령과 이 명령이 시작한 앱 호스트가 여기에서 통신합니다.</translation>
    </message>
    <message>
        <source>Attaching can take the connection that the `aspire` command waits for.</source>
        <translation>접속하면 `aspire` 명령이 기다리는 연결을 차지할 수 있습니다.</translation>
    </message>
    <message>
        <source>EasyDotnet</source>
        <translation>EasyDotnet</translation>
    </message>
    <message>
        <source>The server behind the .NET plugin of Neovim waits here for its editor.</source>
        <translation>Neovim의 .NET 플러그인 뒤에 있는 서버가 여기에서 편집기를 기다립니다.</translation>
    </message>
    <message>
        <source>FFMpegCore</source>
        <translation>FFMpegCore</translation>
    </message>
    <message>
        <source>A program hands sound or video to the ffmpeg that it started, or takes it back, as raw bytes in one direction.</source>
        <translation>프로그램이 자신이 시작한 ffmpeg와 소리나 영상을 한 방향의 원시 바이트로 주고받습니다.</translation>
    </message>
    <message>
        <source>Attaching takes the place of ffmpeg, which then gets no data.</source>
        <translation>접속하면 ffmpeg의 자리를 차지하여 ffmpeg가 데이터를 받지 못합니다.</translation>
    </message>
    <message>
        <source>SourceGit</source>
        <translation>SourceGit</translation>
    </message>
    <message>
        <source>A second start of SourceGit hands its arguments to the first one here.</source>
        <translation>두 번째로 시작한 SourceGit이 여기에서 첫 번째에 인수를 넘깁니다.</translation>
    </message>
    <message>
        <source>Irony Mod Manager</source>
        <translation>Irony Mod Manager</translation>
    </message>
    <message>
        <source>A second start of Irony Mod Manager hands its arguments to the first one here.</source>
        <translation>두 번째로 시작한 Irony Mod Manager가 여기에서 첫 번째에 인수를 넘깁니다.</translation>
    </message>
    <message>
        <source>Mesen debugger bridge</source>
        <translation>Mesen 디버거 브리지</translation>
    </message>
    <message>
        <source>The Diz disassembler gets its traces from the Mesen emulator here.</source>
        <translation>Diz 디스어셈블러가 여기에서 Mesen 에뮬레이터의 추적을 받습니다.</translation>
    </message>
    <message>
        <source>xpra</source>
        <translation>xpra</translation>
    </message>
    <message>
        <source>A .NET program and an xpra session talk here.</source>
        <translation>.NET 프로그램과 xpra 세션이 여기에서 통신합니다.</translation>
    </message>
</context>
<context>
    <name>Enumeration</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 및 %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>There is no user or group &quot;%1&quot; on this system.</source>
        <translation>이 시스템에는 사용자 또는 그룹 &quot;%1&quot;이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no process %1; it may have ended.</source>
        <translation>프로세스 %1이(가) 없습니다. 종료되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>Only the owner of &quot;%1&quot; or root may change who can connect to it. Nothing was changed.</source>
        <translation>&quot;%1&quot;에 연결할 수 있는 사용자는 소유자나 root만 변경할 수 있습니다. 아무것도 변경하지 않았습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is on a read-only file system. Nothing was changed.</source>
        <translation>&quot;%1&quot;은(는) 읽기 전용 파일 시스템에 있습니다. 아무것도 변경하지 않았습니다.</translation>
    </message>
    <message>
        <source>The file system of &quot;%1&quot; does not support access control lists, so single users and groups cannot be named. Use the owner, the group or everyone instead.</source>
        <translation>&quot;%1&quot;의 파일 시스템은 액세스 제어 목록을 지원하지 않으므로 개별 사용자와 그룹을 지정할 수 없습니다. 대신 소유자, 그룹 또는 모든 사용자를 사용하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: there is no such change to undo.</source>
        <translation>&quot;%1&quot;: 취소할 변경이 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was changed again since, to %2; undoing the older change would revert that too. Nothing was changed.</source>
        <translation>&quot;%1&quot;은(는) 그 후에 %2(으)로 다시 변경되었습니다. 이전 변경을 취소하면 그것도 되돌려집니다. 아무것도 변경하지 않았습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not changed: this needs root&apos;s rights, which were not granted.</source>
        <translation>&quot;%1&quot;을(를) 변경하지 않았습니다. root의 권한이 필요하지만 부여되지 않았습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is alive: a process serves it, so it was not deleted.</source>
        <translation>&quot;%1&quot;은(는) 살아 있습니다. 프로세스가 제공하고 있으므로 삭제하지 않았습니다.</translation>
    </message>
    <message>
        <source>Whether a process serves &quot;%1&quot; is unknown, so it was not deleted.</source>
        <translation>&quot;%1&quot;을(를) 제공하는 프로세스가 있는지 알 수 없으므로 삭제하지 않았습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deleted: this needs the rights of its owner or of root.</source>
        <translation>&quot;%1&quot;을(를) 삭제하지 않았습니다. 소유자나 root의 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>The unread bytes of &quot;%1&quot; cannot be shown: this needs the right to trace the process that holds the socket, which its own user and root have.</source>
        <translation>&quot;%1&quot;의 읽지 않은 바이트를 표시할 수 없습니다. 소켓을 가진 프로세스를 추적할 권한이 필요하며, 그 프로세스의 사용자와 root에게 있습니다.</translation>
    </message>
    <message>
        <source>The owner of this end of &quot;%1&quot; has set SO_PEEK_OFF and would notice a peek, so only the number of bytes is shown.</source>
        <translation>&quot;%1&quot;에서 이쪽 끝의 소유자가 SO_PEEK_OFF를 설정하여 엿보기를 알아챌 수 있으므로 바이트 수만 표시합니다.</translation>
    </message>
    <message>
        <source>The server of &quot;%1&quot; has not accepted this client yet; until then nobody can see what it has sent.</source>
        <translation>&quot;%1&quot;의 서버가 아직 이 클라이언트를 수락하지 않았습니다. 그때까지는 클라이언트가 보낸 것을 아무도 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>This end of &quot;%1&quot; was closed, or its process ended, before it could be read.</source>
        <translation>&quot;%1&quot;의 이쪽 끝이 닫혔거나, 읽기 전에 프로세스가 종료되었습니다.</translation>
    </message>
    <message>
        <source>No socket is ready to take the place of &quot;%1&quot;. It is tried again in a moment.</source>
        <translation>&quot;%1&quot;의 자리를 대신할 소켓이 준비되지 않았습니다. 잠시 후 다시 시도합니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is tapped already, by another window or command of Pipeglass. Leave that tap first.</source>
        <translation>&quot;%1&quot;은(는) 이미 Pipeglass의 다른 창이나 명령이 가로채고 있습니다. 먼저 그 가로채기를 끝내십시오.</translation>
    </message>
    <message>
        <source>pipeglass-tap-watcher could not be started. If Pipeglass is killed while it taps &quot;%1&quot;, run &quot;pipeglass repair&quot; to give the name back.</source>
        <translation>pipeglass-tap-watcher를 시작할 수 없었습니다. &quot;%1&quot;을(를) 가로채는 동안 Pipeglass가 강제 종료되면 &quot;pipeglass repair&quot;를 실행하여 이름을 돌려주십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to another user. Its server sees your user in place of its clients&apos;, and refuses it if it was made with CurrentUserOnly.</source>
        <translation>&quot;%1&quot;은(는) 다른 사용자의 것입니다. 서버는 클라이언트의 사용자 대신 현재 사용자를 보며, CurrentUserOnly로 만들어졌다면 거부합니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be tapped with your rights: another socket has to take its name, with the same owner, group and permissions, which only its owner or root can bring about. Run Pipeglass as one of them.</source>
        <translation>현재 권한으로는 &quot;%1&quot;을(를) 가로챌 수 없습니다. 같은 소유자, 그룹, 권한을 가진 다른 소켓이 그 이름을 차지해야 하며, 이는 소유자나 root만 할 수 있습니다. 그중 하나로 Pipeglass를 실행하십시오.</translation>
    </message>
    <message>
        <source>Connections to &quot;%1&quot; are not shown: %2.</source>
        <translation>&quot;%1&quot;(으)로의 연결은 표시하지 않습니다: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: there is no such program.</source>
        <translation>&quot;%1&quot;: 그러한 프로그램이 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be executed: it is no program, or you have no permission to.</source>
        <translation>&quot;%1&quot;을(를) 실행할 수 없습니다. 프로그램이 아니거나 실행 권한이 없습니다.</translation>
    </message>
    <message>
        <source>pipeglass-program-watcher could not be started. If Pipeglass is killed, processes that &quot;%1&quot; started can connect to nothing any more, and &quot;pipeglass repair&quot; gives back the names of their pipes.</source>
        <translation>pipeglass-program-watcher를 시작할 수 없었습니다. Pipeglass가 강제 종료되면 &quot;%1&quot;이(가) 시작한 프로세스는 더 이상 아무 데도 연결할 수 없으며, &quot;pipeglass repair&quot;가 파이프의 이름을 돌려줍니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not started: this command runs under &quot;pipeglass run&quot;, or in a sandbox that intercepts system calls in the same way, and the kernel permits only one of them. What it starts without a &quot;run&quot; of its own is shown by the outer one.</source>
        <translation>&quot;%1&quot;을(를) 시작하지 않았습니다. 이 명령이 &quot;pipeglass run&quot; 또는 같은 방식으로 시스템 호출을 가로채는 샌드박스 안에서 실행되고 있으며, 커널은 그중 하나만 허용합니다. 자체 &quot;run&quot; 없이 시작하는 것은 바깥쪽에 표시됩니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not started: the system does not permit to intercept its calls (seccomp with user notification, Linux 5.9 or later). Start it without Pipeglass, and tap its pipes one by one.</source>
        <translation>&quot;%1&quot;을(를) 시작하지 않았습니다. 시스템이 호출 가로채기를 허용하지 않습니다(사용자 알림이 있는 seccomp, Linux 5.9 이상). Pipeglass 없이 시작한 다음 파이프를 하나씩 가로채십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was shut down: every client is refused. Restart the process that holds it.</source>
        <translation>&quot;%1&quot;의 수신이 종료되어 모든 클라이언트가 거부됩니다. 소켓을 가진 프로세스를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Nobody listens on the file &quot;%1&quot;. %2 still listens under this name, but the name leads to another file. Restart that process.</source>
        <translation>파일 &quot;%1&quot;에서 수신 대기하는 프로세스가 없습니다. %2이(가) 아직 이 이름으로 수신 대기하지만, 이름은 다른 파일을 가리킵니다. 그 프로세스를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a mount of one file that was replaced (%2 in mountinfo). Mount it again, or mount its directory.</source>
        <translation>&quot;%1&quot;은(는) 바뀐 파일 하나의 마운트입니다(mountinfo의 %2). 다시 마운트하거나 그 디렉터리를 마운트하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the backlog is full: %2 wait because the server does not accept.</source>
        <translation>&quot;%1&quot;: 백로그가 가득 찼습니다. 서버가 수락하지 않아 %2이(가) 기다립니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not valid here.</source>
        <translation>&quot;%1&quot;은(는) 여기에서 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid pipe name: a name is not empty, contains no &quot;/&quot; unless it is an absolute path, and is not &quot;anonymous&quot;.</source>
        <translation>&quot;%1&quot;은(는) 올바른 파이프 이름이 아닙니다. 이름은 비어 있을 수 없고, 절대 경로가 아니면 &quot;/&quot;를 포함할 수 없으며, &quot;anonymous&quot;일 수 없습니다.</translation>
    </message>
    <message>
        <source>The path &quot;%1&quot; is too long: a socket path has at most 107 bytes. Choose a shorter name, or a shorter TMPDIR.</source>
        <translation>경로 &quot;%1&quot;이(가) 너무 깁니다. 소켓 경로는 최대 107바이트입니다. 더 짧은 이름이나 더 짧은 TMPDIR을 선택하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; matches more than one pipe. Name one of them by its path or by DEVICE:INODE.</source>
        <translation>&quot;%1&quot;과(와) 일치하는 파이프가 둘 이상입니다. 경로 또는 DEVICE:INODE로 하나를 지정하십시오.</translation>
    </message>
    <message>
        <source>There is no pipe &quot;%1&quot;. The server may not have started, or it may use another TMPDIR.</source>
        <translation>파이프 &quot;%1&quot;이(가) 없습니다. 서버가 시작되지 않았거나 다른 TMPDIR을 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>No such file or directory: &quot;%1&quot;. Check the path and the directories above it.</source>
        <translation>그러한 파일이나 디렉터리가 없습니다: &quot;%1&quot;. 경로와 상위 디렉터리를 확인하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists already and is not overwritten. Choose another name.</source>
        <translation>&quot;%1&quot;이(가) 이미 있으며 덮어쓰지 않습니다. 다른 이름을 선택하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a symbolic link to %2, which does not exist.</source>
        <translation>&quot;%1&quot;은(는) %2을(를) 가리키는 심볼릭 링크인데 대상이 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a socket, so it is not a .NET pipe. Nothing was changed.</source>
        <translation>&quot;%1&quot;은(는) 소켓이 아니므로 .NET 파이프가 아닙니다. 아무것도 변경하지 않았습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a socket, but not a stream socket. .NET pipes are stream sockets; no other kind can be attached.</source>
        <translation>&quot;%1&quot;은(는) 소켓이지만 스트림 소켓이 아닙니다. .NET 파이프는 스트림 소켓이며, 다른 종류에는 접속할 수 없습니다.</translation>
    </message>
    <message>
        <source>Permission denied for &quot;%1&quot;: connecting needs write permission on the socket and search permission on every directory above it.</source>
        <translation>&quot;%1&quot;에 대한 권한이 거부되었습니다. 연결하려면 소켓에 대한 쓰기 권한과 모든 상위 디렉터리에 대한 탐색 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>Permission denied for &quot;%1&quot;. Check its own permissions, and search permission on every directory above it.</source>
        <translation>&quot;%1&quot;에 대한 권한이 거부되었습니다. 파일 자체의 권한과 모든 상위 디렉터리의 탐색 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>Permission denied to create &quot;%1&quot;: this needs write permission on its directory, and search permission on every directory above it.</source>
        <translation>&quot;%1&quot;을(를) 만들 권한이 거부되었습니다. 디렉터리에 대한 쓰기 권한과 모든 상위 디렉터리에 대한 탐색 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>There is no directory &quot;%1&quot;. Create it first, or choose another one.</source>
        <translation>디렉터리 &quot;%1&quot;이(가) 없습니다. 먼저 만들거나 다른 디렉터리를 선택하십시오.</translation>
    </message>
    <message>
        <source>Nobody listens on &quot;%1&quot;: its server has ended or closed it and left the file behind. Start the server again.</source>
        <translation>&quot;%1&quot;에서 수신 대기하는 프로세스가 없습니다. 서버가 종료되었거나 닫으면서 파일을 남겼습니다. 서버를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Nobody listens on &quot;%1&quot; as seen from here. Its server may be behind this mount (FUSE, a network file system or an overlay): connect from where the server sees the file.</source>
        <translation>여기에서 보면 &quot;%1&quot;에서 수신 대기하는 프로세스가 없습니다. 서버가 이 마운트(FUSE, 네트워크 파일 시스템 또는 오버레이) 너머에 있을 수 있습니다. 서버가 파일을 보는 위치에서 연결하십시오.</translation>
    </message>
    <message>
        <source>A server has &quot;%1&quot; open but does not listen on it, so clients are refused. If this lasts longer than a moment, the server hangs: check its process.</source>
        <translation>서버가 &quot;%1&quot;을(를) 열었지만 수신 대기하지 않아 클라이언트가 거부됩니다. 잠시 후에도 계속되면 서버가 멈춘 것입니다. 프로세스를 확인하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use: a live server has this name and is never replaced. Choose another name or stop that server.</source>
        <translation>&quot;%1&quot;은(는) 사용 중입니다. 살아 있는 서버가 이 이름을 가지고 있으며 절대 바꾸지 않습니다. 다른 이름을 선택하거나 그 서버를 중지하십시오.</translation>
    </message>
    <message>
        <source>A dead server left &quot;%1&quot; behind. Delete it, or ask for it to be replaced.</source>
        <translation>종료된 서버가 &quot;%1&quot;을(를) 남겼습니다. 삭제하거나 바꾸도록 요청하십시오.</translation>
    </message>
    <message>
        <source>A dead server of another user left &quot;%1&quot; behind. Only its owner or root can remove it.</source>
        <translation>다른 사용자의 종료된 서버가 &quot;%1&quot;을(를) 남겼습니다. 소유자나 root만 제거할 수 있습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no longer the file that was examined: another file has this name now. Nothing was changed; try again.</source>
        <translation>&quot;%1&quot;은(는) 더 이상 검사한 파일이 아닙니다. 이제 다른 파일이 이 이름을 가지고 있습니다. 아무것도 변경하지 않았습니다. 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; did not answer in time.</source>
        <translation>&quot;%1&quot;이(가) 제시간에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>The other side of &quot;%1&quot; closed the connection.</source>
        <translation>&quot;%1&quot;의 상대편이 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>The other side of &quot;%1&quot; does not read, so its send queue is full.</source>
        <translation>&quot;%1&quot;의 상대편이 읽지 않아 송신 대기열이 가득 찼습니다.</translation>
    </message>
    <message>
        <source>The message for &quot;%1&quot; is larger than the limit allows.</source>
        <translation>&quot;%1&quot;에 보낼 메시지가 허용된 한도보다 큽니다.</translation>
    </message>
    <message>
        <source>This message cannot be sent to &quot;%1&quot; with this framing.</source>
        <translation>이 프레이밍으로는 이 메시지를 &quot;%1&quot;에 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>No file descriptors are left for &quot;%1&quot;. Close connections, or raise the limit (ulimit -n).</source>
        <translation>&quot;%1&quot;에 사용할 파일 디스크립터가 남아 있지 않습니다. 연결을 닫거나 한도를 높이십시오(ulimit -n).</translation>
    </message>
    <message>
        <source>No space left for &quot;%1&quot;. Free some space; what was recorded so far is kept.</source>
        <translation>&quot;%1&quot;에 남은 공간이 없습니다. 공간을 확보하십시오. 지금까지 기록한 것은 유지됩니다.</translation>
    </message>
    <message>
        <source>The limit of the recording &quot;%1&quot; is reached.</source>
        <translation>기록 &quot;%1&quot;의 한도에 도달했습니다.</translation>
    </message>
    <message>
        <source>This message was deleted, because the recording &quot;%1&quot; reached its limit.</source>
        <translation>기록 &quot;%1&quot;이(가) 한도에 도달하여 이 메시지가 삭제되었습니다.</translation>
    </message>
    <message>
        <source>Another program writes to the recording &quot;%1&quot;, or its end is damaged, so nothing is added to it. Marks and notes are kept in this window only.</source>
        <translation>다른 프로그램이 기록 &quot;%1&quot;에 쓰고 있거나 끝부분이 손상되어 아무것도 추가하지 않습니다. 표시와 메모는 이 창에서만 유지됩니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a recording that can be read.</source>
        <translation>&quot;%1&quot;은(는) 읽을 수 있는 기록이 아닙니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: this system does not support that.</source>
        <translation>&quot;%1&quot;: 이 시스템에서 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: interrupted.</source>
        <translation>&quot;%1&quot;: 중단되었습니다.</translation>
    </message>
    <message>
        <source>The directory &quot;%1&quot; cannot be read, so pipes in it are not shown.</source>
        <translation>디렉터리 &quot;%1&quot;을(를) 읽을 수 없어 그 안의 파이프를 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not list the sockets, so the states of pipes are unknown.</source>
        <translation>&quot;%1&quot;이(가) 소켓을 나열하지 않아 파이프의 상태를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Changes in the directory &quot;%1&quot; are noticed up to a second late: no inotify watch is left. Raise fs.inotify.max_user_watches or max_user_instances.</source>
        <translation>디렉터리 &quot;%1&quot;의 변경을 최대 1초 늦게 알아챕니다. 남은 inotify 감시가 없습니다. fs.inotify.max_user_watches 또는 max_user_instances를 높이십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: a system call failed.</source>
        <translation>&quot;%1&quot;: 시스템 호출이 실패했습니다.</translation>
    </message>
    <message>
        <source>without write permission the kernel does not tell whether it is in use</source>
        <translation>쓰기 권한이 없으면 커널은 사용 중인지 알려 주지 않습니다</translation>
    </message>
    <message>
        <source>a socket is bound to it, in a network or process namespace that is not visible from here</source>
        <translation>여기에서 보이지 않는 네트워크 또는 프로세스 네임스페이스의 소켓이 바인딩되어 있습니다</translation>
    </message>
    <message>
        <source>its server may be on the other side of this file system: FUSE or network</source>
        <translation>서버가 이 파일 시스템(FUSE 또는 네트워크)의 반대편에 있을 수 있습니다</translation>
    </message>
    <message>
        <source>it is in an overlay or one of its layers, and its server may use the other path</source>
        <translation>오버레이 또는 그 계층에 있으며, 서버가 다른 경로를 사용할 수 있습니다</translation>
    </message>
    <message>
        <source>several files of this file system have the same inode number</source>
        <translation>이 파일 시스템의 여러 파일이 같은 inode 번호를 가집니다</translation>
    </message>
    <message>
        <source>the kernel does not list its sockets</source>
        <translation>커널이 소켓을 나열하지 않습니다</translation>
    </message>
    <message>
        <source>another file had this name at each check</source>
        <translation>확인할 때마다 다른 파일이 이 이름을 가지고 있었습니다</translation>
    </message>
    <message>
        <source>the process that holds the socket is not visible</source>
        <translation>소켓을 가진 프로세스가 보이지 않습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is larger than the %2 bytes that are read.</source>
        <translation>&quot;%1&quot;이(가) 읽을 수 있는 %2바이트보다 큽니다.</translation>
    </message>
</context>
<context>
    <name>ExchangeText</name>
    <message>
        <source>its file system cannot exchange two names; ext4, btrfs, xfs and tmpfs can: give both programs a TMPDIR on one of those</source>
        <translation>파일 시스템이 두 이름을 맞바꿀 수 없습니다. ext4, btrfs, xfs, tmpfs는 가능하므로 두 프로그램의 TMPDIR을 그중 하나로 지정하십시오</translation>
    </message>
    <message>
        <source>the server&apos;s socket was deleted during the tap</source>
        <translation>가로채는 동안 서버의 소켓이 삭제되었습니다</translation>
    </message>
    <message>
        <source>the tap of process %1 is in place</source>
        <translation>프로세스 %1의 가로채기가 진행 중입니다</translation>
    </message>
    <message>
        <source>it is not the journal of a tap, and was left alone</source>
        <translation>가로채기의 저널이 아니므로 그대로 두었습니다</translation>
    </message>
    <message>
        <source>it has to belong to this user, and nobody else may write to it</source>
        <translation>이 사용자의 것이어야 하고 다른 사용자가 쓸 수 없어야 합니다</translation>
    </message>
    <message>
        <source>it is too large for the journal of a tap</source>
        <translation>가로채기의 저널로는 너무 큽니다</translation>
    </message>
    <message>
        <source>Without HOME or XDG_STATE_HOME in the environment there is no place for the journal of taps, so nothing is tapped.</source>
        <translation>환경에 HOME이나 XDG_STATE_HOME이 없으면 가로채기의 저널을 둘 곳이 없으므로 아무것도 가로채지 않습니다.</translation>
    </message>
    <message>
        <source>a tap needs a second name there</source>
        <translation>가로채려면 그곳에 두 번째 이름이 필요합니다</translation>
    </message>
    <message>
        <source>its server has its name again</source>
        <translation>서버가 이름을 되찾았습니다</translation>
    </message>
    <message>
        <source>its server has ended</source>
        <translation>서버가 종료되었습니다</translation>
    </message>
    <message>
        <source>sockets that nobody serves were left</source>
        <translation>아무도 제공하지 않는 소켓이 남아 있었습니다</translation>
    </message>
    <message>
        <source>a socket of the tap cannot be deleted</source>
        <translation>가로채기의 소켓을 삭제할 수 없습니다</translation>
    </message>
    <message>
        <source>nothing of it is left</source>
        <translation>남은 것이 없습니다</translation>
    </message>
    <message>
        <source>its directory is gone</source>
        <translation>디렉터리가 없어졌습니다</translation>
    </message>
    <message>
        <source>its directory cannot be opened</source>
        <translation>디렉터리를 열 수 없습니다</translation>
    </message>
    <message>
        <source>it was a tap on another machine</source>
        <translation>다른 컴퓨터에서의 가로채기였습니다</translation>
    </message>
    <message>
        <source>its directory is another one now, so nothing in it is certainly the tap&apos;s</source>
        <translation>디렉터리가 이제 다른 것이므로, 그 안의 것이 가로채기의 것인지 확실하지 않습니다</translation>
    </message>
    <message>
        <source>its directory is another one now, and nothing of it is left</source>
        <translation>디렉터리가 이제 다른 것이며, 남은 것이 없습니다</translation>
    </message>
    <message>
        <source>the system does not let the name be exchanged</source>
        <translation>시스템이 이름을 맞바꾸도록 허용하지 않습니다</translation>
    </message>
    <message>
        <source>something else has one of its names</source>
        <translation>다른 것이 그 이름 중 하나를 가지고 있습니다</translation>
    </message>
    <message>
        <source>whether somebody serves a socket of its server cannot be told</source>
        <translation>서버의 소켓을 제공하는 프로세스가 있는지 알 수 없습니다</translation>
    </message>
    <message>
        <source>its server is alive, but another socket has its name</source>
        <translation>서버는 살아 있지만 다른 소켓이 이름을 가지고 있습니다</translation>
    </message>
    <message>
        <source>it is not installed</source>
        <translation>설치되어 있지 않습니다</translation>
    </message>
</context>
<context>
    <name>ExclusionText</name>
    <message>
        <source>To keep it, put the line &quot;%1&quot; into %2.</source>
        <translation>유지하려면 &quot;%1&quot; 줄을 %2에 넣으십시오.</translation>
    </message>
    <message>
        <source>To keep it, put the line &apos;%1&apos; at the end of %2.</source>
        <translation>유지하려면 &apos;%1&apos; 줄을 %2의 끝에 넣으십시오.</translation>
    </message>
    <message>
        <source>To keep it, add &quot;%1&quot; to the call of tmpreaper in %2.</source>
        <translation>유지하려면 %2의 tmpreaper 호출에 &quot;%1&quot;을(를) 추가하십시오.</translation>
    </message>
    <message>
        <source>To keep it, add &quot;%1&quot; to the call of tmpwatch in %2.</source>
        <translation>유지하려면 %2의 tmpwatch 호출에 &quot;%1&quot;을(를) 추가하십시오.</translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message>
        <source>There is no field &quot;%1&quot;.</source>
        <translation>필드 &quot;%1&quot;이(가) 없습니다.</translation>
    </message>
    <message>
        <source> Did you mean &quot;%1&quot;?</source>
        <translation> &quot;%1&quot;을(를) 찾으셨습니까?</translation>
    </message>
    <message>
        <source> The fields are %1.</source>
        <translation> 필드는 %1입니다.</translation>
    </message>
    <message>
        <source>Expected %1.</source>
        <translation>필요한 것: %1.</translation>
    </message>
    <message>
        <source>The string has no closing quote.</source>
        <translation>문자열에 닫는 따옴표가 없습니다.</translation>
    </message>
    <message>
        <source>In a string only \&quot; and \\ are escapes; write a backslash as \\.</source>
        <translation>문자열에서는 \&quot;와 \\만 이스케이프입니다. 백슬래시는 \\로 쓰십시오.</translation>
    </message>
    <message>
        <source>Expected %1; equality is ==.</source>
        <translation>필요한 것: %1. 같음은 ==입니다.</translation>
    </message>
    <message>
        <source>&quot;and&quot;, &quot;or&quot; or the end</source>
        <translation>&quot;and&quot;, &quot;or&quot; 또는 끝</translation>
    </message>
    <message>
        <source>The filter is nested too deeply.</source>
        <translation>필터가 너무 깊이 중첩되었습니다.</translation>
    </message>
    <message>
        <source>&quot;and&quot;, &quot;or&quot; or &quot;)&quot;</source>
        <translation>&quot;and&quot;, &quot;or&quot; 또는 &quot;)&quot;</translation>
    </message>
    <message>
        <source>a field, &quot;not&quot; or &quot;(&quot;</source>
        <translation>필드, &quot;not&quot; 또는 &quot;(&quot;</translation>
    </message>
    <message>
        <source>one of the operators of &quot;%1&quot;: %2</source>
        <translation>&quot;%1&quot;의 연산자 중 하나: %2</translation>
    </message>
    <message>
        <source>a number of bytes, such as 100, 4k, 2M or 1G</source>
        <translation>100, 4k, 2M, 1G와 같은 바이트 수</translation>
    </message>
    <message>
        <source>a time with its unit, such as 500us, 5ms or 1s</source>
        <translation>500us, 5ms, 1s와 같이 단위가 있는 시간</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>a quoted time with its zone, such as &quot;2026-01-31T12:00:00Z&quot; or &quot;2026-01-31T12:00:00+01:00&quot;</source>
        <translation>&quot;2026-01-31T12:00:00Z&quot; 또는 &quot;2026-01-31T12:00:00+01:00&quot;와 같이 시간대가 있는 따옴표로 묶은 시각</translation>
    </message>
    <message>
        <source>client or server</source>
        <translation>client 또는 server</translation>
    </message>
    <message>
        <source>in or out</source>
        <translation>in 또는 out</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 또는 false</translation>
    </message>
    <message>
        <source>the word of an event, such as connected, half-closed or closed</source>
        <translation>connected, half-closed, closed와 같은 이벤트의 단어</translation>
    </message>
    <message>
        <source>a string in double quotes</source>
        <translation>큰따옴표로 묶은 문자열</translation>
    </message>
    <message>
        <source>a regular expression; this one is wrong at character %1: %2</source>
        <translation>정규식. 이 정규식은 %1번째 문자가 잘못되었습니다: %2</translation>
    </message>
    <message>
        <source>bytes in hexadecimal, such as de:ad:be:ef, or a string in double quotes</source>
        <translation>de:ad:be:ef와 같은 16진수 바이트 또는 큰따옴표로 묶은 문자열</translation>
    </message>
</context>
<context>
    <name>FormatText</name>
    <message>
        <source>expected a regular file</source>
        <translation>일반 파일이 필요합니다</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation>텍스트가 너무 깁니다</translation>
    </message>
    <message>
        <source>the format does not describe the messages of this side</source>
        <translation>형식이 이쪽의 메시지를 설명하지 않습니다</translation>
    </message>
    <message>
        <source>Described by a format file.</source>
        <translation>형식 파일로 설명됩니다.</translation>
    </message>
    <message>
        <source>the frame would be read as something else than this message</source>
        <translation>프레임이 이 메시지와 다르게 읽힙니다</translation>
    </message>
    <message>
        <source>the format does not describe the frames of both sides, so it is not a framing</source>
        <translation>형식이 양쪽의 프레임을 설명하지 않으므로 프레이밍이 아닙니다</translation>
    </message>
    <message>
        <source>there is another framing with the name %1</source>
        <translation>이름이 %1인 다른 프레이밍이 있습니다</translation>
    </message>
    <message>
        <source>the format does not describe messages</source>
        <translation>형식이 메시지를 설명하지 않습니다</translation>
    </message>
    <message>
        <source>a frame has one field with the name &quot;payload&quot;</source>
        <translation>프레임에는 이름이 &quot;payload&quot;인 필드가 하나 있어야 합니다</translation>
    </message>
    <message>
        <source>&quot;resync&quot; needs a frame that begins with &quot;magic&quot;</source>
        <translation>&quot;resync&quot;에는 &quot;magic&quot;으로 시작하는 프레임이 필요합니다</translation>
    </message>
    <message>
        <source>the format is too large: at most %1 steps, structs included each time</source>
        <translation>형식이 너무 큽니다. 매번 포함되는 구조체를 합하여 최대 %1단계입니다</translation>
    </message>
    <message>
        <source>a size cannot be negative</source>
        <translation>크기는 음수일 수 없습니다</translation>
    </message>
    <message>
        <source>at most 8 terminators of at most 64 bytes each are possible</source>
        <translation>종결자는 최대 8개이며, 각각 최대 64바이트입니다</translation>
    </message>
    <message>
        <source>expected a terminator, such as &quot;\n&quot;; [end] is for what has none</source>
        <translation>&quot;\n&quot;과 같은 종결자가 필요합니다. 종결자가 없는 것에는 [end]를 사용합니다</translation>
    </message>
    <message>
        <source>&quot;case&quot;, &quot;else&quot; or &quot;}&quot;</source>
        <translation>&quot;case&quot;, &quot;else&quot; 또는 &quot;}&quot;</translation>
    </message>
    <message>
        <source>a field, such as &quot;size: u32le;&quot;, or &quot;}&quot;</source>
        <translation>&quot;size: u32le;&quot;와 같은 필드 또는 &quot;}&quot;</translation>
    </message>
    <message>
        <source>a type, such as u32le, bytes[size] or the name of a struct</source>
        <translation>u32le, bytes[size] 또는 구조체 이름과 같은 유형</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an integer</source>
        <translation>&quot;%1&quot;은(는) 정수가 아닙니다</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot; before this</source>
        <translation>이 앞에 필드 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>this expression is nested too deeply</source>
        <translation>식이 너무 깊이 중첩되었습니다</translation>
    </message>
    <message>
        <source>this overflows 64 bits or divides by zero</source>
        <translation>64비트를 넘거나 0으로 나눕니다</translation>
    </message>
    <message>
        <source>this expression has too many operators: the limit is %1</source>
        <translation>식에 연산자가 너무 많습니다. 한도는 %1입니다</translation>
    </message>
    <message>
        <source>numbers in expressions have at most 63 bits</source>
        <translation>식의 숫자는 최대 63비트입니다</translation>
    </message>
    <message>
        <source>a number, the name of a field or &quot;(&quot;</source>
        <translation>숫자, 필드의 이름 또는 &quot;(&quot;</translation>
    </message>
    <message>
        <source>there is a field &quot;%1&quot; already</source>
        <translation>필드 &quot;%1&quot;이(가) 이미 있습니다</translation>
    </message>
    <message>
        <source>the payload is one field, outside of lists, &quot;if&quot; and &quot;switch&quot;</source>
        <translation>페이로드는 목록, &quot;if&quot;, &quot;switch&quot; 밖에 있는 필드 하나입니다</translation>
    </message>
    <message>
        <source>a list has no value, and no bytes that end it</source>
        <translation>목록에는 값이 없으며, 목록을 끝내는 바이트도 없습니다</translation>
    </message>
    <message>
        <source>[end] is possible in a frame only within a size: a stream has no end</source>
        <translation>[end]는 프레임에서 크기 안에서만 사용할 수 있습니다. 스트림에는 끝이 없습니다</translation>
    </message>
    <message>
        <source>there is no type &quot;%1&quot;</source>
        <translation>유형 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; contains itself</source>
        <translation>&quot;%1&quot;이(가) 자신을 포함합니다</translation>
    </message>
    <message>
        <source>a struct has no value</source>
        <translation>구조체에는 값이 없습니다</translation>
    </message>
    <message>
        <source>only numbers have values; &quot;magic&quot; is for constant bytes</source>
        <translation>숫자에만 값이 있습니다. 상수 바이트에는 &quot;magic&quot;을 사용합니다</translation>
    </message>
    <message>
        <source>a guid has no size</source>
        <translation>guid에는 크기가 없습니다</translation>
    </message>
    <message>
        <source>expected a size, such as [16], [length], [until &quot;\n&quot;] or [end]</source>
        <translation>[16], [length], [until &quot;\n&quot;], [end]와 같은 크기가 필요합니다</translation>
    </message>
    <message>
        <source>expected bytes after &quot;until&quot;, such as &quot;\n&quot; or x&quot;00&quot;</source>
        <translation>&quot;until&quot; 뒤에 &quot;\n&quot; 또는 x&quot;00&quot;과 같은 바이트가 필요합니다</translation>
    </message>
    <message>
        <source>only integers have values</source>
        <translation>정수에만 값이 있습니다</translation>
    </message>
    <message>
        <source>there are no bytes and no struct &quot;%1&quot; before this</source>
        <translation>이 앞에 바이트나 구조체 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>a checksum is an integer of fixed size</source>
        <translation>체크섬은 고정 크기의 정수입니다</translation>
    </message>
    <message>
        <source>the field of that name in another branch has another type</source>
        <translation>다른 분기에 있는 같은 이름의 필드는 유형이 다릅니다</translation>
    </message>
    <message>
        <source>not a number of at most 64 bits, such as 10 or 0x0a</source>
        <translation>10 또는 0x0a와 같은 최대 64비트의 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>the string does not end on this line; expected &quot;</source>
        <translation>문자열이 이 줄에서 끝나지 않습니다. &quot;가 필요합니다</translation>
    </message>
    <message>
        <source>expected one of \n \r \t \0 \\ \&quot; \xHH</source>
        <translation>\n \r \t \0 \\ \&quot; \xHH 중 하나가 필요합니다</translation>
    </message>
    <message>
        <source>expected pairs of hex digits and &quot;</source>
        <translation>16진수 쌍과 &quot;가 필요합니다</translation>
    </message>
    <message>
        <source>this character has no meaning here</source>
        <translation>이 문자는 여기에서 의미가 없습니다</translation>
    </message>
    <message>
        <source>not valid UTF-8</source>
        <translation>올바른 UTF-8이 아닙니다</translation>
    </message>
    <message>
        <source>&quot;format&quot; and a name</source>
        <translation>&quot;format&quot;과 이름</translation>
    </message>
    <message>
        <source>a name has at most 64 characters and is not &quot;auto&quot;</source>
        <translation>이름은 최대 64자이며 &quot;auto&quot;일 수 없습니다</translation>
    </message>
    <message>
        <source>one of &quot;title&quot;, &quot;description&quot;, &quot;enum&quot;, &quot;bits&quot;, &quot;struct&quot;, &quot;frame&quot;, &quot;message&quot; and &quot;match&quot;</source>
        <translation>&quot;title&quot;, &quot;description&quot;, &quot;enum&quot;, &quot;bits&quot;, &quot;struct&quot;, &quot;frame&quot;, &quot;message&quot;, &quot;match&quot; 중 하나</translation>
    </message>
    <message>
        <source>there is a type &quot;%1&quot; already</source>
        <translation>유형 &quot;%1&quot;이(가) 이미 있습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a type of the language</source>
        <translation>&quot;%1&quot;은(는) 언어의 유형입니다</translation>
    </message>
    <message>
        <source>expected a type of integers, such as u8 or i32le</source>
        <translation>u8 또는 i32le과 같은 정수 유형이 필요합니다</translation>
    </message>
    <message>
        <source>this name or number is in the enum already</source>
        <translation>이 이름 또는 숫자가 이미 enum에 있습니다</translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;}&quot;</source>
        <translation>&quot;,&quot; 또는 &quot;}&quot;</translation>
    </message>
    <message>
        <source>bits are parts of an unsigned number, such as u8 or u16be</source>
        <translation>비트는 u8 또는 u16be와 같은 부호 없는 숫자의 일부입니다</translation>
    </message>
    <message>
        <source>this name is taken, or there are not so many bits left</source>
        <translation>이 이름이 이미 사용되었거나, 남은 비트가 그만큼 없습니다</translation>
    </message>
    <message>
        <source>the parts have %1 bits, the number has %2</source>
        <translation>부분은 %1비트이고 숫자는 %2비트입니다</translation>
    </message>
    <message>
        <source>there is a &quot;%1&quot; already</source>
        <translation>&quot;%1&quot;이(가) 이미 있습니다</translation>
    </message>
    <message>
        <source>bytes, such as &quot;text&quot; or x&quot;01 ?? 00&quot;</source>
        <translation>&quot;text&quot; 또는 x&quot;01 ?? 00&quot;과 같은 바이트</translation>
    </message>
    <message>
        <source>&quot;pipe&quot;, &quot;program&quot;, &quot;first&quot; or &quot;}&quot;</source>
        <translation>&quot;pipe&quot;, &quot;program&quot;, &quot;first&quot; 또는 &quot;}&quot;</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>파일의 끝</translation>
    </message>
    <message>
        <source>a string &quot;%1&quot;</source>
        <translation>문자열 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>필요한 것: %1. 찾은 것: %2</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>bytes, such as &quot;text&quot; or x&quot;0d 0a&quot;</source>
        <translation>&quot;text&quot; 또는 x&quot;0d 0a&quot;와 같은 바이트</translation>
    </message>
    <message>
        <source>&quot;??&quot; is possible only in &quot;match&quot;</source>
        <translation>&quot;??&quot;는 &quot;match&quot;에서만 사용할 수 있습니다</translation>
    </message>
    <message>
        <source>expected at least one byte</source>
        <translation>바이트가 하나 이상 필요합니다</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>문자열</translation>
    </message>
    <message>
        <source>expected text in UTF-8</source>
        <translation>UTF-8 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>blocks are nested too deeply: the limit is %1</source>
        <translation>블록이 너무 깊이 중첩되었습니다. 한도는 %1입니다</translation>
    </message>
    <message>
        <source>the bytes are not a message of this format: byte %1</source>
        <translation>바이트가 이 형식의 메시지가 아닙니다: 바이트 %1</translation>
    </message>
    <message>
        <source>it has no value for sending</source>
        <translation>보낼 값이 없습니다</translation>
    </message>
    <message>
        <source>it has no value for sending: add a default</source>
        <translation>보낼 값이 없습니다. 기본값을 추가하십시오</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot; here</source>
        <translation>여기에는 필드 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 is not a value of its type</source>
        <translation>%1은(는) 이 유형의 값이 아닙니다</translation>
    </message>
    <message>
        <source>its value is missing</source>
        <translation>값이 없습니다</translation>
    </message>
    <message>
        <source>expected a list</source>
        <translation>목록이 필요합니다</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>객체가 필요합니다</translation>
    </message>
    <message>
        <source>a list has %1 elements instead of %2</source>
        <translation>목록의 요소가 %2개여야 하는데 %1개입니다</translation>
    </message>
    <message>
        <source>the values of a message are one JSON object</source>
        <translation>메시지의 값은 JSON 객체 하나입니다</translation>
    </message>
    <message>
        <source>not JSON: %1 at byte %2</source>
        <translation>JSON이 아닙니다: %1, 바이트 %2</translation>
    </message>
    <message>
        <source>the values do not fit together: the message would not be valid from byte %1 on</source>
        <translation>값들이 서로 맞지 않습니다. 메시지가 바이트 %1부터 올바르지 않습니다</translation>
    </message>
    <message>
        <source>the sizes depend on each other</source>
        <translation>크기들이 서로에게 의존합니다</translation>
    </message>
    <message>
        <source>field &quot;%1&quot;: %2</source>
        <translation>필드 &quot;%1&quot;: %2</translation>
    </message>
    <message>
        <source>the calculation overflows or divides by zero</source>
        <translation>계산이 범위를 넘거나 0으로 나눕니다</translation>
    </message>
    <message>
        <source>%1 does not fit into this number</source>
        <translation>%1은(는) 이 숫자에 들어가지 않습니다</translation>
    </message>
    <message>
        <source>the value contains what ends it, or its end would become a part of that</source>
        <translation>값에 값을 끝내는 바이트가 있거나, 값의 끝이 그 일부가 됩니다</translation>
    </message>
    <message>
        <source>the value has %1 bytes instead of %2</source>
        <translation>값이 %2바이트여야 하는데 %1바이트입니다</translation>
    </message>
    <message>
        <source>what has a size of %1 has %2 bytes</source>
        <translation>크기가 %1인 것이 %2바이트입니다</translation>
    </message>
    <message>
        <source>there are %1 instead of %2</source>
        <translation>%2개여야 하는데 %1개입니다</translation>
    </message>
    <message>
        <source>no size says %1</source>
        <translation>크기를 %1(으)로 만들 수 없습니다</translation>
    </message>
    <message>
        <source>its size is that of another field, which differs: %1 and %2</source>
        <translation>크기가 다른 필드의 크기이며 서로 다릅니다: %1, %2</translation>
    </message>
</context>
<context>
    <name>Framing</name>
    <message>
        <source>Guess</source>
        <translation>추측</translation>
    </message>
    <message>
        <source>Guesses the framing of each direction from its first bytes.</source>
        <translation>각 방향의 프레이밍을 첫 바이트로 추측합니다.</translation>
    </message>
    <message>
        <source>choose a framing to send messages with</source>
        <translation>메시지를 보낼 프레이밍을 선택하십시오</translation>
    </message>
    <message>
        <source>the bytes are not one whole message of this framing</source>
        <translation>바이트가 이 프레이밍의 온전한 메시지 하나가 아닙니다</translation>
    </message>
    <message>
        <source>a line cannot end in a carriage return, which would become part of the line break</source>
        <translation>줄은 캐리지 리턴으로 끝날 수 없습니다. 줄 바꿈의 일부가 됩니다</translation>
    </message>
    <message>
        <source>a line cannot contain a line break</source>
        <translation>줄에는 줄 바꿈을 포함할 수 없습니다</translation>
    </message>
    <message>
        <source>a message cannot contain the delimiter</source>
        <translation>메시지에는 구분 기호를 포함할 수 없습니다</translation>
    </message>
    <message>
        <source>the message is not one JSON value</source>
        <translation>메시지가 JSON 값 하나가 아닙니다</translation>
    </message>
    <message>
        <source>a message has at least %1 bytes</source>
        <translation>메시지는 최소 %1바이트입니다</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>원시</translation>
    </message>
    <message>
        <source>No framing: each chunk as it was read.</source>
        <translation>프레이밍 없음: 읽은 조각 그대로입니다.</translation>
    </message>
    <message>
        <source>an empty message cannot be sent without a framing</source>
        <translation>프레이밍 없이 빈 메시지를 보낼 수 없습니다</translation>
    </message>
    <message>
        <source>expected one of %1, or @FILE</source>
        <translation>%1 중 하나 또는 @FILE이 필요합니다</translation>
    </message>
    <message>
        <source>int32 LE length</source>
        <translation>int32 LE 길이</translation>
    </message>
    <message>
        <source>A length (4 bytes, little-endian, signed), then that many bytes.</source>
        <translation>길이(4바이트, 리틀 엔디언, 부호 있음)와 그만큼의 바이트입니다.</translation>
    </message>
    <message>
        <source>int32 BE length</source>
        <translation>int32 BE 길이</translation>
    </message>
    <message>
        <source>A length (4 bytes, big-endian, signed), then that many bytes.</source>
        <translation>길이(4바이트, 빅 엔디언, 부호 있음)와 그만큼의 바이트입니다.</translation>
    </message>
    <message>
        <source>uint32 LE length</source>
        <translation>uint32 LE 길이</translation>
    </message>
    <message>
        <source>A length (4 bytes, little-endian, unsigned), then that many bytes.</source>
        <translation>길이(4바이트, 리틀 엔디언, 부호 없음)와 그만큼의 바이트입니다.</translation>
    </message>
    <message>
        <source>uint32 BE length</source>
        <translation>uint32 BE 길이</translation>
    </message>
    <message>
        <source>A length (4 bytes, big-endian, unsigned), then that many bytes.</source>
        <translation>길이(4바이트, 빅 엔디언, 부호 없음)와 그만큼의 바이트입니다.</translation>
    </message>
    <message>
        <source>uint16 LE length</source>
        <translation>uint16 LE 길이</translation>
    </message>
    <message>
        <source>A length (2 bytes, little-endian, unsigned), then that many bytes.</source>
        <translation>길이(2바이트, 리틀 엔디언, 부호 없음)와 그만큼의 바이트입니다.</translation>
    </message>
    <message>
        <source>uint16 BE length</source>
        <translation>uint16 BE 길이</translation>
    </message>
    <message>
        <source>A length (2 bytes, big-endian, unsigned), then that many bytes.</source>
        <translation>길이(2바이트, 빅 엔디언, 부호 없음)와 그만큼의 바이트입니다.</translation>
    </message>
    <message>
        <source>uint8 length</source>
        <translation>uint8 길이</translation>
    </message>
    <message>
        <source>A length (1 byte), then that many bytes.</source>
        <translation>길이(1바이트)와 그만큼의 바이트입니다.</translation>
    </message>
    <message>
        <source>int64 LE length</source>
        <translation>int64 LE 길이</translation>
    </message>
    <message>
        <source>A length (8 bytes, little-endian, signed), then that many bytes.</source>
        <translation>길이(8바이트, 리틀 엔디언, 부호 있음)와 그만큼의 바이트입니다.</translation>
    </message>
    <message>
        <source>BinaryWriter strings</source>
        <translation>BinaryWriter 문자열</translation>
    </message>
    <message>
        <source>A length of 7 bits a byte, as BinaryWriter writes strings, then that many bytes.</source>
        <translation>BinaryWriter가 문자열을 쓰는 것처럼, 바이트당 7비트의 길이와 그만큼의 바이트입니다.</translation>
    </message>
    <message>
        <source>Protobuf, delimited</source>
        <translation>Protobuf, 길이 구분</translation>
    </message>
    <message>
        <source>A length (varint), then a protobuf message of that many bytes.</source>
        <translation>길이(varint)와 그만큼의 바이트인 protobuf 메시지입니다.</translation>
    </message>
    <message>
        <source>Protobuf, with field tag</source>
        <translation>Protobuf, 필드 태그 포함</translation>
    </message>
    <message>
        <source>A field&apos;s tag and a length (varints), then a protobuf message of that many bytes, as protobuf-net writes.</source>
        <translation>protobuf-net이 쓰는 것처럼, 필드의 태그와 길이(varint), 그만큼의 바이트인 protobuf 메시지입니다.</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Lines of text, each ended by a line feed or by carriage return and line feed.</source>
        <translation>LF 또는 CR LF로 끝나는 텍스트 줄입니다.</translation>
    </message>
    <message>
        <source>Lines, sent with CR LF</source>
        <translation>줄, CR LF로 전송</translation>
    </message>
    <message>
        <source>Lines of text, each ended by a line feed or by carriage return and line feed; sent with both.</source>
        <translation>LF 또는 CR LF로 끝나는 텍스트 줄입니다. 보낼 때는 둘 다 사용합니다.</translation>
    </message>
    <message>
        <source>NUL-terminated</source>
        <translation>NUL로 끝남</translation>
    </message>
    <message>
        <source>Each message ended by a byte of zero.</source>
        <translation>각 메시지가 0 바이트로 끝납니다.</translation>
    </message>
    <message>
        <source>Record separators</source>
        <translation>레코드 구분 기호</translation>
    </message>
    <message>
        <source>Each message ended by the byte 1E, as in SignalR&apos;s JSON protocol.</source>
        <translation>SignalR의 JSON 프로토콜처럼 각 메시지가 바이트 1E로 끝납니다.</translation>
    </message>
    <message>
        <source>Blocks of lines</source>
        <translation>줄 블록</translation>
    </message>
    <message>
        <source>Lines of text up to an empty line (two line feeds).</source>
        <translation>빈 줄(LF 두 개)까지의 텍스트 줄들입니다.</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON 줄</translation>
    </message>
    <message>
        <source>A JSON value on each line; an empty line is an empty message.</source>
        <translation>줄마다 JSON 값 하나입니다. 빈 줄은 빈 메시지입니다.</translation>
    </message>
    <message>
        <source>Discord RPC</source>
        <translation>Discord RPC</translation>
    </message>
    <message>
        <source>Opcode and length (4 bytes each, little-endian), then JSON of that many bytes; sent with opcode 1.</source>
        <translation>opcode와 길이(각 4바이트, 리틀 엔디언), 그만큼의 바이트인 JSON입니다. opcode 1로 보냅니다.</translation>
    </message>
    <message>
        <source>UiPath CoreIpc</source>
        <translation>UiPath CoreIpc</translation>
    </message>
    <message>
        <source>Type (1 byte) and length (4 bytes, little-endian), then JSON of that many bytes; sent as a request.</source>
        <translation>유형(1바이트)과 길이(4바이트, 리틀 엔디언), 그만큼의 바이트인 JSON입니다. 요청으로 보냅니다.</translation>
    </message>
    <message>
        <source>Compiler server</source>
        <translation>컴파일러 서버</translation>
    </message>
    <message>
        <source>A length (4 bytes, little-endian), then a request or response of the Roslyn compiler server.</source>
        <translation>길이(4바이트, 리틀 엔디언)와 Roslyn 컴파일러 서버의 요청 또는 응답입니다.</translation>
    </message>
    <message>
        <source>Testing platform</source>
        <translation>테스트 플랫폼</translation>
    </message>
    <message>
        <source>A length (4 bytes, little-endian), then a message of Microsoft.Testing.Platform, which begins with its type (4 bytes).</source>
        <translation>길이(4바이트, 리틀 엔디언)와 유형(4바이트)으로 시작하는 Microsoft.Testing.Platform의 메시지입니다.</translation>
    </message>
    <message>
        <source>H.Pipes</source>
        <translation>H.Pipes</translation>
    </message>
    <message>
        <source>A length (4 bytes, big-endian), then a serialized object of that many bytes.</source>
        <translation>길이(4바이트, 빅 엔디언)와 그만큼의 바이트인 직렬화된 객체입니다.</translation>
    </message>
    <message>
        <source>StreamString sample</source>
        <translation>StreamString 샘플</translation>
    </message>
    <message>
        <source>A length (2 bytes, big-endian), then UTF-16 text of that many bytes, as in Microsoft&apos;s sample.</source>
        <translation>Microsoft의 샘플처럼, 길이(2바이트, 빅 엔디언)와 그만큼의 바이트인 UTF-16 텍스트입니다.</translation>
    </message>
    <message>
        <source>PipeMethodCalls</source>
        <translation>PipeMethodCalls</translation>
    </message>
    <message>
        <source>A length (varint), then a call or its result, which begins with its type.</source>
        <translation>길이(varint)와 유형으로 시작하는 호출 또는 그 결과입니다.</translation>
    </message>
    <message>
        <source>PowerShell remoting</source>
        <translation>PowerShell 원격</translation>
    </message>
    <message>
        <source>An XML element on each line, with fragments of PowerShell&apos;s remoting protocol.</source>
        <translation>줄마다 PowerShell 원격 프로토콜의 조각이 든 XML 요소 하나입니다.</translation>
    </message>
    <message>
        <source>.NET diagnostics</source>
        <translation>.NET 진단</translation>
    </message>
    <message>
        <source>Packets of DOTNET_IPC_V1; the payload begins with command set and command (1 byte each), 2 bytes of zero.</source>
        <translation>DOTNET_IPC_V1의 패킷입니다. 페이로드는 명령 집합과 명령(각 1바이트), 0 두 바이트로 시작합니다.</translation>
    </message>
    <message>
        <source>MSBuild node</source>
        <translation>MSBuild 노드</translation>
    </message>
    <message>
        <source>A handshake, then packets: type (1 byte), length (4 bytes, little-endian), body.</source>
        <translation>핸드셰이크와 패킷: 유형(1바이트), 길이(4바이트, 리틀 엔디언), 본문입니다.</translation>
    </message>
    <message>
        <source>Nerdbank multiplexing</source>
        <translation>Nerdbank 다중화</translation>
    </message>
    <message>
        <source>Frames of Nerdbank.Streams&apos; MultiplexingStream, versions 1 to 3.</source>
        <translation>Nerdbank.Streams의 MultiplexingStream 버전 1~3의 프레임입니다.</translation>
    </message>
    <message>
        <source>HTTP/1.1</source>
        <translation>HTTP/1.1</translation>
    </message>
    <message>
        <source>HTTP requests or responses, each with its headers and body.</source>
        <translation>헤더와 본문이 있는 HTTP 요청 또는 응답입니다.</translation>
    </message>
    <message>
        <source>HTTP/2</source>
        <translation>HTTP/2</translation>
    </message>
    <message>
        <source>Frames of HTTP/2, as for gRPC; the payload begins with type, flags (1 byte each) and stream (4).</source>
        <translation>gRPC 등에 쓰이는 HTTP/2의 프레임입니다. 페이로드는 유형, 플래그(각 1바이트), 스트림(4바이트)으로 시작합니다.</translation>
    </message>
    <message>
        <source>JSON values</source>
        <translation>JSON 값</translation>
    </message>
    <message>
        <source>JSON values one after the other, with or without white space between them.</source>
        <translation>공백이 있거나 없이 이어지는 JSON 값입니다.</translation>
    </message>
    <message>
        <source>Content-Length headers</source>
        <translation>Content-Length 헤더</translation>
    </message>
    <message>
        <source>Headers with a Content-Length, an empty line, then that many bytes: LSP, DAP, StreamJsonRpc.</source>
        <translation>Content-Length가 있는 헤더, 빈 줄, 그만큼의 바이트입니다: LSP, DAP, StreamJsonRpc.</translation>
    </message>
    <message>
        <source>its first bytes</source>
        <translation>첫 바이트</translation>
    </message>
    <message>
        <source>known by the name of the pipe or its server</source>
        <translation>파이프 또는 서버의 이름으로 알 수 있음</translation>
    </message>
    <message>
        <source>no known framing fits</source>
        <translation>알려진 프레이밍이 맞지 않음</translation>
    </message>
    <message>
        <source>From the client: %1 From the server: %2</source>
        <translation>클라이언트가 보낸 것: %1 서버가 보낸 것: %2</translation>
    </message>
    <message>
        <source>%1 bytes, the limit is %2</source>
        <translation>%1바이트, 한도는 %2</translation>
    </message>
    <message>
        <source>a possible length of the first message</source>
        <translation>가능한 첫 메시지의 길이</translation>
    </message>
    <message>
        <source>lengths in a row that fit exactly: %1</source>
        <translation>연속으로 정확히 맞는 길이: %1</translation>
    </message>
    <message>
        <source>lengths in a row: %1, and an incomplete message</source>
        <translation>연속된 길이: %1, 그리고 불완전한 메시지</translation>
    </message>
    <message>
        <source>lines of text</source>
        <translation>텍스트 줄</translation>
    </message>
    <message>
        <source>lines of text, each ended by CR LF</source>
        <translation>각각 CR LF로 끝나는 텍스트 줄</translation>
    </message>
    <message>
        <source>blocks of lines with an empty line after each</source>
        <translation>각각 뒤에 빈 줄이 있는 줄 블록</translation>
    </message>
    <message>
        <source>texts, each ended by NUL</source>
        <translation>각각 NUL로 끝나는 텍스트</translation>
    </message>
    <message>
        <source>the handshake of an MSBuild node</source>
        <translation>MSBuild 노드의 핸드셰이크</translation>
    </message>
    <message>
        <source>packets of MSBuild that fit exactly</source>
        <translation>정확히 맞는 MSBuild 패킷</translation>
    </message>
    <message>
        <source>the handshake of Nerdbank.Streams</source>
        <translation>Nerdbank.Streams의 핸드셰이크</translation>
    </message>
    <message>
        <source>frames of Nerdbank.Streams that fit exactly</source>
        <translation>정확히 맞는 Nerdbank.Streams 프레임</translation>
    </message>
    <message>
        <source>the preface of HTTP/2</source>
        <translation>HTTP/2의 프리페이스</translation>
    </message>
    <message>
        <source>HTTP/2 settings</source>
        <translation>HTTP/2 설정</translation>
    </message>
    <message>
        <source>frames of HTTP/2 that fit exactly</source>
        <translation>정확히 맞는 HTTP/2 프레임</translation>
    </message>
    <message>
        <source>HTTP messages</source>
        <translation>HTTP 메시지</translation>
    </message>
    <message>
        <source>texts, each ended by the byte 1E</source>
        <translation>각각 바이트 1E로 끝나는 텍스트</translation>
    </message>
    <message>
        <source>a JSON value on each line</source>
        <translation>줄마다 JSON 값 하나</translation>
    </message>
    <message>
        <source>opcodes and lengths before JSON</source>
        <translation>JSON 앞의 opcode와 길이</translation>
    </message>
    <message>
        <source>types and lengths before JSON</source>
        <translation>JSON 앞의 유형과 길이</translation>
    </message>
    <message>
        <source>messages of Microsoft.Testing.Platform</source>
        <translation>Microsoft.Testing.Platform의 메시지</translation>
    </message>
    <message>
        <source>a handshake or object of H.Pipes</source>
        <translation>H.Pipes의 핸드셰이크 또는 객체</translation>
    </message>
    <message>
        <source>UTF-16 texts with their lengths</source>
        <translation>길이가 있는 UTF-16 텍스트</translation>
    </message>
    <message>
        <source>elements of PowerShell remoting</source>
        <translation>PowerShell 원격의 요소</translation>
    </message>
    <message>
        <source>begins with DOTNET_IPC_V1</source>
        <translation>DOTNET_IPC_V1로 시작함</translation>
    </message>
    <message>
        <source>a request to the compiler server, or its response</source>
        <translation>컴파일러 서버에 대한 요청 또는 그 응답</translation>
    </message>
    <message>
        <source>begins as a file does</source>
        <translation>파일처럼 시작함</translation>
    </message>
</context>
<context>
    <name>Peek</name>
    <message>
        <source>process %1</source>
        <translation>프로세스 %1</translation>
    </message>
</context>
<context>
    <name>ProgramsText</name>
    <message>
        <source>process %1</source>
        <translation>프로세스 %1</translation>
    </message>
    <message>
        <source>this process may not be traced (set-uid, or kernel.yama.ptrace_scope)</source>
        <translation>이 프로세스를 추적할 수 없습니다(set-uid 또는 kernel.yama.ptrace_scope)</translation>
    </message>
    <message>
        <source>its server has another user, other capabilities or another root directory</source>
        <translation>서버의 사용자, capability 또는 루트 디렉터리가 다릅니다</translation>
    </message>
    <message>
        <source>the name of the socket leads to another file</source>
        <translation>소켓의 이름이 다른 파일을 가리킵니다</translation>
    </message>
    <message>
        <source>a client of it has another user, other capabilities or another root directory</source>
        <translation>클라이언트의 사용자, capability 또는 루트 디렉터리가 다릅니다</translation>
    </message>
    <message>
        <source>too many clients wait</source>
        <translation>기다리는 클라이언트가 너무 많습니다</translation>
    </message>
    <message>
        <source>the server did not accept a client in time</source>
        <translation>서버가 제시간에 클라이언트를 수락하지 않았습니다</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>it is not a regular file</source>
        <translation>일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>it has become shorter</source>
        <translation>파일이 짧아졌습니다</translation>
    </message>
    <message>
        <source>it is a directory without recordings</source>
        <translation>기록이 없는 디렉터리입니다</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>비어 있습니다</translation>
    </message>
    <message>
        <source>it is too short</source>
        <translation>너무 짧습니다</translation>
    </message>
    <message>
        <source>it is not a pcapng file</source>
        <translation>pcapng 파일이 아닙니다</translation>
    </message>
    <message>
        <source>it has big-endian byte order, which no recording has</source>
        <translation>빅 엔디언 바이트 순서입니다. 그러한 기록은 없습니다</translation>
    </message>
    <message>
        <source>its first block is damaged</source>
        <translation>첫 블록이 손상되었습니다</translation>
    </message>
    <message>
        <source>it was cut off in its first block</source>
        <translation>첫 블록에서 잘려 있습니다</translation>
    </message>
    <message>
        <source>it was written by another program</source>
        <translation>다른 프로그램이 썼습니다</translation>
    </message>
    <message>
        <source>it was written by another program, and has no exported PDUs (link type 252)</source>
        <translation>다른 프로그램이 썼으며, 내보낸 PDU(링크 유형 252)가 없습니다</translation>
    </message>
    <message>
        <source>it was written by a newer version</source>
        <translation>더 새로운 버전이 썼습니다</translation>
    </message>
    <message>
        <source>it was changed while it was open</source>
        <translation>열려 있는 동안 변경되었습니다</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>there is no such connection in the recording</source>
        <translation>기록에 그러한 연결이 없습니다</translation>
    </message>
</context>
<context>
    <name>RulesText</name>
    <message>
        <source>the string has no closing quote</source>
        <translation>문자열에 닫는 따옴표가 없습니다</translation>
    </message>
    <message>
        <source>expected the name of a field, such as method or params.0.id</source>
        <translation>method 또는 params.0.id와 같은 필드 이름이 필요합니다</translation>
    </message>
    <message>
        <source>expected a value: a string in quotes, a number, true, false or null</source>
        <translation>값이 필요합니다: 따옴표로 묶은 문자열, 숫자, true, false 또는 null</translation>
    </message>
    <message>
        <source>expected ==, != or &quot;and&quot; instead of &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 대신 ==, != 또는 &quot;and&quot;가 필요합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the path of a JSON field</source>
        <translation>&quot;%1&quot;은(는) JSON 필드의 경로가 아닙니다</translation>
    </message>
    <message>
        <source>expected pairs of hex digits in {hex:...}</source>
        <translation>{hex:...}에는 16진수 쌍이 필요합니다</translation>
    </message>
    <message>
        <source>unknown placeholder {%1}: expected {text}, {upper}, {lower}, {count}, {time}, {json.FIELD} or {hex:BYTES}; write {{ for a brace</source>
        <translation>알 수 없는 자리 표시자 {%1}: {text}, {upper}, {lower}, {count}, {time}, {json.FIELD} 또는 {hex:BYTES}가 필요합니다. 중괄호는 {{로 쓰십시오</translation>
    </message>
    <message>
        <source>a rule has only one of when_text, when_regex and when_json</source>
        <translation>규칙에는 when_text, when_regex, when_json 중 하나만 있을 수 있습니다</translation>
    </message>
    <message>
        <source>a rule has only one of reply and reply_hex</source>
        <translation>규칙에는 reply와 reply_hex 중 하나만 있을 수 있습니다</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>true 또는 false가 필요합니다</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;: expected when_text, when_regex, when_json, reply, reply_hex, delay_ms, once or then</source>
        <translation>알 수 없는 키 &quot;%1&quot;: when_text, when_regex, when_json, reply, reply_hex, delay_ms, once 또는 then이 필요합니다</translation>
    </message>
    <message>
        <source>expected a string in quotes</source>
        <translation>따옴표로 묶은 문자열이 필요합니다</translation>
    </message>
    <message>
        <source>expected milliseconds from 0 to %1</source>
        <translation>0에서 %1까지의 밀리초가 필요합니다</translation>
    </message>
    <message>
        <source>expected &quot;close&quot; or &quot;half-close&quot;</source>
        <translation>&quot;close&quot; 또는 &quot;half-close&quot;가 필요합니다</translation>
    </message>
    <message>
        <source>expected only tables [[rule]]</source>
        <translation>[[rule]] 표만 있을 수 있습니다</translation>
    </message>
    <message>
        <source>there is no rule: expected a table [[rule]]</source>
        <translation>규칙이 없습니다. [[rule]] 표가 필요합니다</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <translation>%1, %2줄, %3열: %4</translation>
    </message>
    <message>
        <source>expected pairs of hex digits, such as 00ff or &quot;00 ff&quot;</source>
        <translation>00ff 또는 &quot;00 ff&quot;와 같은 16진수 쌍이 필요합니다</translation>
    </message>
    <message>
        <source>not a valid regular expression: %1, at character %2</source>
        <translation>올바른 정규식이 아닙니다: %1, %2번째 문자</translation>
    </message>
</context>
<context>
    <name>WatchText</name>
    <message>
        <source>only programs of your own user are listened to</source>
        <translation>자기 사용자의 프로그램만 들을 수 있습니다</translation>
    </message>
    <message>
        <source>it is no .NET program, or runs with DOTNET_EnableDiagnostics=0</source>
        <translation>.NET 프로그램이 아니거나 DOTNET_EnableDiagnostics=0으로 실행 중입니다</translation>
    </message>
    <message>
        <source>it does not write nettrace 4</source>
        <translation>nettrace 4 형식으로 쓰지 않습니다</translation>
    </message>
</context>
<context>
    <name>WindowText</name>
    <message numerus="yes">
        <source>and %n more pipe(s)</source>
        <translation>
            <numerusform>그리고 파이프 %n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed to %2.</source>
        <translation>%1이(가) %2(으)로 변경되었습니다.</translation>
    </message>
    <message>
        <source> Can connect now: %1.</source>
        <translation> 이제 연결 가능: %1.</translation>
    </message>
    <message>
        <source> Can no longer connect: %1.</source>
        <translation> 더 이상 연결할 수 없음: %1.</translation>
    </message>
    <message>
        <source>It is applied again while this window is open.</source>
        <translation>이 창이 열려 있는 동안 다시 적용됩니다.</translation>
    </message>
    <message>
        <source>%1 is as it was before: %2.</source>
        <translation>%1이(가) 이전과 같습니다: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n pipe(s) are as they were before: %1.</source>
        <translation>
            <numerusform>파이프 %n개가 이전과 같습니다: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This needs root&apos;s rights: you will be asked for a password.</source>
        <translation>root의 권한이 필요합니다. 암호를 묻습니다.</translation>
    </message>
    <message>
        <source>This needs root&apos;s rights, and the helper of Pipeglass (with pkexec) is not installed. Run this as root instead:</source>
        <translation>root의 권한이 필요하지만 Pipeglass의 도우미(pkexec 사용)가 설치되어 있지 않습니다. 대신 root로 다음을 실행하십시오:</translation>
    </message>
    <message>
        <source>Usage: pipeglass-gui [options] [FILE...]
The window of Pipeglass: shows and uses .NET named pipes on Linux.
Each FILE is a recording, which is opened.

  --attach NAME        connect to a pipe as a client
  --host NAME          host a pipe as a server; you write the answers
  --tap NAME           show what the clients and the server of a pipe say to each other
  --record FILE        record that conversation to FILE, which must not exist
  --demo               host an echo pipe, attach to it, send a message, with explanations;
                       without a display: save a picture of the window and print its content
  --demo-picture FILE  run --demo automatically, save the picture to FILE, print, and exit
  --start              ask for a program to start
  --dir DIR            list only pipes in DIR (repeatable)
  --dotnet             show all known .NET endpoints
  --all                show all Unix sockets that have a name, and all FIFOs
  --namespaces         also show pipes in containers and other mount namespaces
  --theme NAME         light, dark or system
  -h, --help           this text
  --version            print the version
</source>
        <translation>사용법: pipeglass-gui [옵션] [FILE...]
Pipeglass의 창: Linux의 .NET 명명된 파이프를 표시하고 사용합니다.
각 FILE은 기록이며 열립니다.

  --attach NAME        클라이언트로 파이프에 연결
  --host NAME          서버로 파이프 호스팅. 응답은 직접 작성
  --tap NAME           파이프의 클라이언트와 서버가 주고받는 내용 표시
  --record FILE        그 대화를 FILE에 기록. 이미 있는 파일은 안 됨
  --demo               에코 파이프를 호스팅하고 접속하여 메시지를 보내며 설명.
                       디스플레이가 없으면 창의 그림을 저장하고 내용을 출력
  --demo-picture FILE  --demo를 자동 실행하여 그림을 FILE에 저장하고 출력한 뒤 종료
  --start              시작할 프로그램 묻기
  --dir DIR            DIR의 파이프만 나열(여러 번 지정 가능)
  --dotnet             알려진 모든 .NET 엔드포인트 표시
  --all                이름이 있는 모든 Unix 소켓과 모든 FIFO 표시
  --namespaces         컨테이너와 다른 마운트 네임스페이스의 파이프도 표시
  --theme NAME         light, dark 또는 system
  -h, --help           이 텍스트
  --version            버전 출력
</translation>
    </message>
    <message>
        <source>--%1 requires the name of a pipe</source>
        <translation>--%1에는 파이프의 이름이 필요합니다</translation>
    </message>
    <message>
        <source>only one of --attach, --host and --tap is possible</source>
        <translation>--attach, --host, --tap 중 하나만 사용할 수 있습니다</translation>
    </message>
    <message>
        <source>--record requires --attach, --host or --tap</source>
        <translation>--record에는 --attach, --host 또는 --tap이 필요합니다</translation>
    </message>
    <message>
        <source>--record requires a file name</source>
        <translation>--record에는 파일 이름이 필요합니다</translation>
    </message>
    <message>
        <source>a file name is empty</source>
        <translation>파일 이름이 비어 있습니다</translation>
    </message>
    <message>
        <source>unknown theme &quot;%1&quot;: expected light, dark or system</source>
        <translation>알 수 없는 테마 &quot;%1&quot;: light, dark 또는 system이 필요합니다</translation>
    </message>
    <message>
        <source>--demo-picture requires a file name</source>
        <translation>--demo-picture에는 파일 이름이 필요합니다</translation>
    </message>
    <message>
        <source>This recording has no messages.</source>
        <translation>이 기록에는 메시지가 없습니다.</translation>
    </message>
    <message>
        <source>No messages yet.
Messages appear here when the program says or hears something at a pipe.</source>
        <translation>아직 메시지가 없습니다.
프로그램이 파이프에서 주고받으면 메시지가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>No messages yet.
Messages appear here when a client and the server exchange some.</source>
        <translation>아직 메시지가 없습니다.
클라이언트와 서버가 주고받으면 메시지가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>No messages yet.
Messages appear here when a client connects and sends some.</source>
        <translation>아직 메시지가 없습니다.
클라이언트가 연결하여 보내면 메시지가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>No messages yet.
Type a message in the field below and press Enter.</source>
        <translation>아직 메시지가 없습니다.
아래 필드에 메시지를 입력하고 Enter 키를 누르십시오.</translation>
    </message>
    <message>
        <source>packets that another program exported</source>
        <translation>다른 프로그램이 내보낸 패킷</translation>
    </message>
    <message>
        <source>recording of %1</source>
        <translation>%1의 기록</translation>
    </message>
    <message>
        <source>recording without a connection</source>
        <translation>연결이 없는 기록</translation>
    </message>
    <message>
        <source>; %1 % read</source>
        <translation>, %1% 읽음</translation>
    </message>
    <message>
        <source>; still being recorded</source>
        <translation>, 아직 기록 중</translation>
    </message>
    <message>
        <source>; cut off at its end, all before that is shown</source>
        <translation>, 끝이 잘림(그 앞은 모두 표시)</translation>
    </message>
    <message>
        <source>%1 received, waiting for a message of %2. Wrong framing?</source>
        <translation>%1을(를) 받았고 %2의 메시지를 기다리는 중입니다. 프레이밍이 잘못되었습니까?</translation>
    </message>
    <message>
        <source>%1 received, waiting for the end of the message. Wrong framing?</source>
        <translation>%1을(를) 받았고 메시지의 끝을 기다리는 중입니다. 프레이밍이 잘못되었습니까?</translation>
    </message>
    <message>
        <source>The received bytes are not valid in this framing. Wrong framing?</source>
        <translation>받은 바이트가 이 프레이밍에서 올바르지 않습니다. 프레이밍이 잘못되었습니까?</translation>
    </message>
    <message numerus="yes">
        <source>runs as process %1, %n connection(s)</source>
        <translation>
            <numerusform>프로세스 %1(으)로 실행 중, 연결 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>ended by signal %1 (%2)</source>
        <translation>신호 %1(%2)에 의해 종료됨</translation>
    </message>
    <message>
        <source>ended with exit status %1</source>
        <translation>종료 상태 %1(으)로 종료됨</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n connection(s) still relayed</source>
        <translation>
            <numerusform>%1, 연결 %n개 아직 중계 중</numerusform>
        </translation>
    </message>
    <message>
        <source>the replay is complete</source>
        <translation>재생이 완료되었습니다</translation>
    </message>
    <message>
        <source>the replay was stopped</source>
        <translation>재생이 중지되었습니다</translation>
    </message>
    <message numerus="yes">
        <source>replays the client, %n connection(s)</source>
        <translation>
            <numerusform>클라이언트 재생 중, 연결 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>replays the server, %n client(s) connected</source>
        <translation>
            <numerusform>서버 재생 중, 클라이언트 %n개 연결됨</numerusform>
        </translation>
    </message>
    <message>
        <source>In the list: %1</source>
        <translation>목록에서: %1</translation>
    </message>
    <message>
        <source>About Pipeglass</source>
        <translation>Pipeglass 정보</translation>
    </message>
    <message>
        <source>Pipeglass %1</source>
        <translation>Pipeglass %1</translation>
    </message>
    <message>
        <source>Shows and uses .NET named pipes on Linux: servers, clients, permissions and messages.

Free software under the MIT licence. Built with Qt %1.</source>
        <translation>Linux의 .NET 명명된 파이프의 서버, 클라이언트, 권한, 메시지를 표시하고 사용합니다.

MIT 라이선스의 자유 소프트웨어입니다. Qt %1(으)로 만들었습니다.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>In the list: attach. In the message field: send</source>
        <translation>목록에서: 접속. 메시지 필드에서: 보내기</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>메뉴 키</translation>
    </message>
    <message>
        <source>In the list: context menu of the chosen pipes</source>
        <translation>목록에서: 선택한 파이프의 바로 가기 메뉴</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>위, 아래</translation>
    </message>
    <message>
        <source>In the message field: previously sent messages</source>
        <translation>메시지 필드에서: 이전에 보낸 메시지</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>In the filter: clear it. In a message: dismiss it</source>
        <translation>필터에서: 지우기. 알림에서: 닫기</translation>
    </message>
    <message>
        <source>Shift+arrow keys</source>
        <translation>Shift+화살표 키</translation>
    </message>
    <message>
        <source>In the hex view: select; Ctrl+C copies</source>
        <translation>16진수 보기에서: 선택. Ctrl+C로 복사</translation>
    </message>
    <message>
        <source>all read</source>
        <translation>모두 읽음</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>← %1</source>
        <translation>← %1</translation>
    </message>
    <message>
        <source>
Click to show it in the list of processes.</source>
        <translation>
클릭하면 프로세스 목록에 표시합니다.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>clients unknown</source>
        <translation>클라이언트 알 수 없음</translation>
    </message>
    <message>
        <source>no client</source>
        <translation>클라이언트 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>클라이언트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>connected</source>
        <translation>연결됨</translation>
    </message>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n개 연결됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n개 대기 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>그리고 %n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>listed below</source>
        <translation>아래에 나열됨</translation>
    </message>
    <message>
        <source>other clients</source>
        <translation>다른 클라이언트</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>new clients</source>
        <translation>새 클라이언트</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>no server</source>
        <translation>서버 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>연결 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>not visible</source>
        <translation>보이지 않음</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>pid %1, %2</source>
        <translation>pid %1, %2</translation>
    </message>
    <message>
        <source>everything read</source>
        <translation>모두 읽음</translation>
    </message>
    <message>
        <source>%1 not yet read by the server</source>
        <translation>서버가 아직 읽지 않음: %1</translation>
    </message>
    <message>
        <source>the server has read everything</source>
        <translation>서버가 모두 읽음</translation>
    </message>
    <message>
        <source>%1 not yet read by the client</source>
        <translation>클라이언트가 아직 읽지 않음: %1</translation>
    </message>
    <message>
        <source>the client has read everything</source>
        <translation>클라이언트가 모두 읽음</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>종료됨</translation>
    </message>
    <message>
        <source>the server keeps its end</source>
        <translation>서버가 연결을 열어 둠</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>연결 없음</translation>
    </message>
    <message>
        <source>waiting to be accepted; until then its bytes are unknown</source>
        <translation>수락 대기 중. 그때까지 바이트는 알 수 없음</translation>
    </message>
    <message>
        <source>are refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>cannot find it</source>
        <translation>찾을 수 없음</translation>
    </message>
    <message>
        <source>go to process %1</source>
        <translation>프로세스 %1(으)로 연결됨</translation>
    </message>
    <message>
        <source>go to another process</source>
        <translation>다른 프로세스로 연결됨</translation>
    </message>
    <message numerus="yes">
        <source>%n connected,</source>
        <translation>
            <numerusform>연결된 클라이언트 %n개,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting.</source>
        <translation>
            <numerusform>대기 중인 클라이언트 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clients are unknown.</source>
        <translation>클라이언트를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>No client.</source>
        <translation>클라이언트가 없습니다.</translation>
    </message>
    <message>
        <source>Client %1.</source>
        <translation>클라이언트: %1.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more client(s).</source>
        <translation>
            <numerusform>그리고 클라이언트 %n개 더.</numerusform>
        </translation>
    </message>
    <message>
        <source>There may be other clients.</source>
        <translation>다른 클라이언트가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Pipe %1, %2.</source>
        <translation>파이프: %1, %2.</translation>
    </message>
    <message>
        <source>Server %1.</source>
        <translation>서버: %1.</translation>
    </message>
    <message>
        <source>No server.</source>
        <translation>서버가 없습니다.</translation>
    </message>
    <message>
        <source>New clients %1.</source>
        <translation>새 클라이언트: %1.</translation>
    </message>
    <message>
        <source>Show: .NET endpoints</source>
        <translation>표시: .NET 엔드포인트</translation>
    </message>
    <message>
        <source>Show: all sockets</source>
        <translation>표시: 모든 소켓</translation>
    </message>
    <message>
        <source>Show: .NET pipes</source>
        <translation>표시: .NET 파이프</translation>
    </message>
    <message>
        <source>Lists .NET pipes (CoreFxPipe_*) and other .NET endpoints: diagnostics, debuggers, build servers, editors.</source>
        <translation>.NET 파이프(CoreFxPipe_*)와 다른 .NET 엔드포인트(진단, 디버거, 빌드 서버, 편집기)를 나열합니다.</translation>
    </message>
    <message>
        <source>Lists all Unix sockets that have a name, and FIFOs in their directories.</source>
        <translation>이름이 있는 모든 Unix 소켓과 그 디렉터리의 FIFO를 나열합니다.</translation>
    </message>
    <message>
        <source>Lists .NET pipes (CoreFxPipe_*).</source>
        <translation>.NET 파이프(CoreFxPipe_*)를 나열합니다.</translation>
    </message>
    <message>
        <source>Also those in containers and other mount namespaces.</source>
        <translation>컨테이너와 다른 마운트 네임스페이스의 것도 나열합니다.</translation>
    </message>
    <message>
        <source>No .NET endpoints found: no pipe, no diagnostics socket, no build server.
Start a .NET program, or host a pipe of your own with &quot;Host…&quot;.</source>
        <translation>.NET 엔드포인트를 찾지 못했습니다. 파이프, 진단 소켓, 빌드 서버가 없습니다.
.NET 프로그램을 시작하거나 &quot;호스팅...&quot;으로 직접 파이프를 호스팅하십시오.</translation>
    </message>
    <message>
        <source>No Unix sockets with a name and no FIFOs found.</source>
        <translation>이름이 있는 Unix 소켓과 FIFO를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>No .NET pipes found.
Start a .NET server, or host a pipe of your own with &quot;Host…&quot;. Other kinds of endpoints are in the menu &quot;Show&quot;.</source>
        <translation>.NET 파이프를 찾지 못했습니다.
.NET 서버를 시작하거나 &quot;호스팅...&quot;으로 직접 파이프를 호스팅하십시오. 다른 종류의 엔드포인트는 &quot;표시&quot; 메뉴에 있습니다.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n gone</source>
        <translation>
            <numerusform>%1, 사라짐 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>응답 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>all as recorded</source>
        <translation>모두 기록과 같음</translation>
    </message>
    <message>
        <source>%1 same, %2 different, %3 missing, %4 not recorded</source>
        <translation>같음 %1, 다름 %2, 없음 %3, 기록되지 않음 %4</translation>
    </message>
    <message>
        <source>none compared yet</source>
        <translation>아직 비교한 것 없음</translation>
    </message>
    <message>
        <source>The replay is complete: %1, %2: %3.</source>
        <translation>재생이 완료되었습니다: %1, %2: %3.</translation>
    </message>
    <message>
        <source>Replay: %1, %2: %3.</source>
        <translation>재생: %1, %2: %3.</translation>
    </message>
    <message>
        <source>An answer did not come in time, and its connection was ended.</source>
        <translation>응답이 제시간에 오지 않아 연결을 끝냈습니다.</translation>
    </message>
    <message>
        <source>pipeglass-gui: no display found. See `pipeglass --help` for the command; `pipeglass-gui --demo` saves a picture of the window.
</source>
        <translation>pipeglass-gui: 디스플레이를 찾지 못했습니다. 명령은 `pipeglass --help`를 참조하십시오. `pipeglass-gui --demo`는 창의 그림을 저장합니다.
</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipe(s)</source>
        <translation>
            <numerusform>파이프 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>항목 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) sent</source>
        <translation>
            <numerusform>메시지 %Ln개 전송</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) were not sent.</source>
        <translation>
            <numerusform>메시지 %Ln개를 보내지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>See which pipes there are</source>
        <translation>어떤 파이프가 있는지 보기</translation>
    </message>
    <message>
        <source>The page &quot;Pipes&quot; lists the pipes of this machine; it follows every change by itself.</source>
        <translation>&quot;파이프&quot; 페이지는 이 컴퓨터의 파이프를 나열하며, 모든 변경을 자동으로 반영합니다.</translation>
    </message>
    <message>
        <source>The column State tells whether a server listens; a stale pipe is a file whose server has ended.</source>
        <translation>상태 열은 서버가 수신 대기 중인지 보여 줍니다. 버려진 파이프는 서버가 종료된 파일입니다.</translation>
    </message>
    <message>
        <source>Choose a pipe: the overview shows its server, its clients, who can connect, and what to do next.</source>
        <translation>파이프를 선택하십시오. 개요에 서버, 클라이언트, 연결할 수 있는 사용자, 다음에 할 일이 표시됩니다.</translation>
    </message>
    <message>
        <source>The column Unread shows the bytes that wait to be read, with a line of the last minute.</source>
        <translation>읽지 않음 열은 읽기를 기다리는 바이트를 최근 1분의 선 그래프와 함께 보여 줍니다.</translation>
    </message>
    <message>
        <source>The button &quot;Show&quot; lists more: other .NET endpoints, all sockets, containers, other directories.</source>
        <translation>&quot;표시&quot; 단추는 다른 .NET 엔드포인트, 모든 소켓, 컨테이너, 다른 디렉터리를 더 나열합니다.</translation>
    </message>
    <message>
        <source>Find out what is wrong</source>
        <translation>무엇이 문제인지 찾기</translation>
    </message>
    <message>
        <source>The page &quot;Problems&quot; (Ctrl+B) comes up by itself when something is wrong with a pipe.</source>
        <translation>&quot;문제&quot; 페이지(Ctrl+B)는 파이프에 문제가 있으면 자동으로 나타납니다.</translation>
    </message>
    <message>
        <source>Each entry names the pipe, and says what is wrong, why, and what to do.</source>
        <translation>각 항목은 파이프의 이름과 함께 무엇이 왜 문제인지, 어떻게 해야 하는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Choose an entry to see the whole explanation and the command that repairs it.</source>
        <translation>항목을 선택하면 전체 설명과 문제를 해결하는 명령이 표시됩니다.</translation>
    </message>
    <message>
        <source>The buttons go to the pipe, delete a leftover file, or change who can connect.</source>
        <translation>단추로 파이프로 이동하거나, 남겨진 파일을 삭제하거나, 연결할 수 있는 사용자를 변경할 수 있습니다.</translation>
    </message>
    <message>
        <source>F5 examines all pipes again; &quot;pipeglass doctor&quot; prints the same in a terminal.</source>
        <translation>F5 키는 모든 파이프를 다시 검사합니다. &quot;pipeglass doctor&quot;는 같은 내용을 터미널에 출력합니다.</translation>
    </message>
    <message>
        <source>Let somebody connect</source>
        <translation>다른 사용자의 연결 허용하기</translation>
    </message>
    <message>
        <source>Choose the pipe, and the tab &quot;Access&quot; (Ctrl+I): it says who can connect, and why.</source>
        <translation>파이프를 선택하고 &quot;액세스&quot; 탭(Ctrl+I)을 여십시오. 누가 왜 연결할 수 있는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Enter a user or a program under &quot;Why?&quot; to see what stops it, and the smallest change that would help.</source>
        <translation>&quot;안 되는 이유&quot;에 사용자나 프로그램을 입력하면 무엇이 막고 있는지와 도움이 되는 가장 작은 변경이 표시됩니다.</translation>
    </message>
    <message>
        <source>Under &quot;Permissions&quot; set who can connect; the preview shows each change before it is made.</source>
        <translation>&quot;권한&quot;에서 연결할 수 있는 사용자를 설정하십시오. 변경하기 전에 각 변경을 미리 보여 줍니다.</translation>
    </message>
    <message>
        <source>A server that creates its pipe again loses the change: &quot;Keep&quot; applies it again each time.</source>
        <translation>파이프를 다시 만드는 서버에서는 변경이 사라집니다. &quot;유지&quot;는 매번 변경을 다시 적용합니다.</translation>
    </message>
    <message>
        <source>Under &quot;History&quot; every change can be undone.</source>
        <translation>&quot;내역&quot;에서 모든 변경을 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Understand an exception</source>
        <translation>예외 이해하기</translation>
    </message>
    <message>
        <source>Copy the text of the .NET exception, from a log or a terminal, with its stack trace.</source>
        <translation>로그나 터미널에서 .NET 예외의 텍스트를 스택 추적과 함께 복사하십시오.</translation>
    </message>
    <message>
        <source>Choose &quot;Paste an error…&quot; (Ctrl+E) and paste it.</source>
        <translation>&quot;오류 붙여넣기...&quot;(Ctrl+E)를 선택하고 붙여 넣으십시오.</translation>
    </message>
    <message>
        <source>&quot;Go to the pipe&quot; chooses the pipe in the list; &quot;pipeglass explain&quot; prints the same.</source>
        <translation>&quot;파이프로 이동&quot;은 목록에서 파이프를 선택합니다. &quot;pipeglass explain&quot;은 같은 내용을 출력합니다.</translation>
    </message>
    <message>
        <source>Be the client of a pipe</source>
        <translation>파이프의 클라이언트 되기</translation>
    </message>
    <message>
        <source>Choose a pipe and &quot;Attach&quot; (Enter in the list): Pipeglass connects to it as a client.</source>
        <translation>파이프를 선택하고 &quot;접속&quot;(목록에서 Enter)을 선택하십시오. Pipeglass가 클라이언트로 연결합니다.</translation>
    </message>
    <message>
        <source>The framing says where a message begins and ends; most .NET programs write the length as int32 before each.</source>
        <translation>프레이밍은 메시지의 시작과 끝을 정합니다. 대부분의 .NET 프로그램은 각 메시지 앞에 길이를 int32로 씁니다.</translation>
    </message>
    <message>
        <source>Enter a message in the field at the bottom, as text or hex, and press Enter.</source>
        <translation>맨 아래 필드에 메시지를 텍스트나 16진수로 입력하고 Enter 키를 누르십시오.</translation>
    </message>
    <message>
        <source>Sent and received messages appear with their times; the selected one is shown below, decoded and in hex.</source>
        <translation>보내고 받은 메시지가 시각과 함께 나타납니다. 선택한 메시지는 아래에 디코딩된 값과 16진수로 표시됩니다.</translation>
    </message>
    <message>
        <source>Closing the tab (Ctrl+W) ends the connection.</source>
        <translation>탭을 닫으면(Ctrl+W) 연결이 끝납니다.</translation>
    </message>
    <message>
        <source>Be the server of a pipe</source>
        <translation>파이프의 서버 되기</translation>
    </message>
    <message>
        <source>Choose &quot;Host…&quot; (Ctrl+N) and enter the name that your .NET client uses.</source>
        <translation>&quot;호스팅...&quot;(Ctrl+N)을 선택하고 .NET 클라이언트가 사용하는 이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>Choose who can connect with the mode: 0600 is only you, 0666 is everybody.</source>
        <translation>모드로 연결할 수 있는 사용자를 선택하십시오. 0600은 자신만, 0666은 모든 사용자입니다.</translation>
    </message>
    <message>
        <source>Choose the reply: an echo, rules (text, regular expression or JSON), or your own messages.</source>
        <translation>응답을 선택하십시오. 에코, 규칙(텍스트, 정규식 또는 JSON), 직접 쓴 메시지가 있습니다.</translation>
    </message>
    <message>
        <source>Each client appears in the tab, and so do all messages; you can write to one client or to all.</source>
        <translation>각 클라이언트와 모든 메시지가 탭에 나타납니다. 클라이언트 하나 또는 모두에 메시지를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Closing the tab removes the pipe.</source>
        <translation>탭을 닫으면 파이프가 제거됩니다.</translation>
    </message>
    <message>
        <source>See what two programs say</source>
        <translation>두 프로그램이 주고받는 내용 보기</translation>
    </message>
    <message>
        <source>Choose a pipe with a server and &quot;Tap&quot; (Ctrl+T): new clients connect through Pipeglass.</source>
        <translation>서버가 있는 파이프를 선택하고 &quot;가로채기&quot;(Ctrl+T)를 선택하십시오. 새 클라이언트는 Pipeglass를 거쳐 연결됩니다.</translation>
    </message>
    <message>
        <source>Everything is passed on at once and shown; the programs notice nothing.</source>
        <translation>모든 것을 즉시 전달하고 표시합니다. 프로그램은 아무것도 알아채지 못합니다.</translation>
    </message>
    <message>
        <source>To miss no byte, start the program with &quot;Start a program…&quot; (Ctrl+Shift+N).</source>
        <translation>한 바이트도 놓치지 않으려면 &quot;프로그램 시작...&quot;(Ctrl+Shift+N)으로 프로그램을 시작하십시오.</translation>
    </message>
    <message>
        <source>&quot;Hold&quot; keeps messages back: change, drop or pass each one; &quot;Slow&quot; delays them.</source>
        <translation>&quot;메시지 보류&quot;는 메시지를 붙잡아 두어 하나씩 변경하거나 버리거나 전달합니다. &quot;속도 늦추기&quot;는 메시지를 지연합니다.</translation>
    </message>
    <message>
        <source>&quot;Leave&quot; gives the name back to the server; running connections go on.</source>
        <translation>&quot;끝내기&quot;는 이름을 서버에 돌려줍니다. 진행 중인 연결은 계속됩니다.</translation>
    </message>
    <message>
        <source>Find a message</source>
        <translation>메시지 찾기</translation>
    </message>
    <message>
        <source>Ctrl+F goes to the filter of the conversation: text, or an expression such as size &gt; 100.</source>
        <translation>Ctrl+F는 대화의 필터로 이동합니다. 텍스트 또는 size &gt; 100과 같은 식을 입력하십시오.</translation>
    </message>
    <message>
        <source>Expressions know values of decoded messages, such as json.method == &quot;ping&quot;; Ctrl+Space completes them.</source>
        <translation>식에는 json.method == &quot;ping&quot;과 같이 디코딩된 메시지의 값을 사용할 수 있습니다. Ctrl+Space는 값을 자동 완성합니다.</translation>
    </message>
    <message>
        <source>Mark messages, write notes on them, and give rows colours by rules.</source>
        <translation>메시지를 표시하고, 메모를 쓰고, 규칙으로 행에 색을 지정하십시오.</translation>
    </message>
    <message>
        <source>The strip beside the messages shows the whole conversation; click it to go there.</source>
        <translation>메시지 옆의 띠는 대화 전체를 보여 줍니다. 클릭하면 그곳으로 이동합니다.</translation>
    </message>
    <message>
        <source>Select two messages and choose &quot;Compare&quot; to see what differs.</source>
        <translation>메시지 두 개를 선택하고 &quot;비교&quot;를 선택하면 차이를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Save, open and play again</source>
        <translation>저장하고, 열고, 다시 재생하기</translation>
    </message>
    <message>
        <source>Every conversation is recorded while it lasts, also if Pipeglass ends unexpectedly.</source>
        <translation>모든 대화는 진행되는 동안 기록됩니다. Pipeglass가 예기치 않게 종료되어도 기록은 남습니다.</translation>
    </message>
    <message>
        <source>&quot;Save conversation as…&quot; (Ctrl+Shift+S) writes pcapng for Wireshark, JSON, text or bytes.</source>
        <translation>&quot;대화를 다른 이름으로 저장...&quot;(Ctrl+Shift+S)은 Wireshark용 pcapng, JSON, 텍스트 또는 바이트를 씁니다.</translation>
    </message>
    <message>
        <source>&quot;Open…&quot; (Ctrl+O), or a file dropped on the window, shows a recording like a conversation.</source>
        <translation>&quot;열기...&quot;(Ctrl+O)를 선택하거나 창에 파일을 놓으면 기록을 대화처럼 표시합니다.</translation>
    </message>
    <message>
        <source>&quot;Replay…&quot; plays the client or the server again, and compares the answers.</source>
        <translation>&quot;재생...&quot;은 클라이언트 또는 서버를 다시 재생하고 응답을 비교합니다.</translation>
    </message>
    <message>
        <source>&quot;Preferences&quot; (Ctrl+,) say how large recordings become, and where they go.</source>
        <translation>&quot;기본 설정&quot;(Ctrl+,)에서 기록의 최대 크기와 저장 위치를 정합니다.</translation>
    </message>
    <message>
        <source>Connects to the chosen pipe as a client. A server that serves one client at a time is busy with Pipeglass then.</source>
        <translation>선택한 파이프에 클라이언트로 연결합니다. 한 번에 클라이언트 하나만 처리하는 서버는 그동안 Pipeglass를 처리하느라 바쁩니다.</translation>
    </message>
    <message>
        <source>Stands between the server of the chosen pipe and its new clients, passes everything on, and shows it.</source>
        <translation>선택한 파이프의 서버와 새 클라이언트 사이에서 모든 것을 전달하고 표시합니다.</translation>
    </message>
    <message>
        <source>Creates a pipe whose server is Pipeglass: it replies with an echo, by rules, or with what you write.</source>
        <translation>Pipeglass가 서버인 파이프를 만듭니다. 에코, 규칙 또는 직접 쓴 내용으로 응답합니다.</translation>
    </message>
    <message>
        <source>Starts a program and taps all pipes that it and its child processes use, from the first byte.</source>
        <translation>프로그램을 시작하고, 그 프로그램과 자식 프로세스가 사용하는 모든 파이프를 첫 바이트부터 가로챕니다.</translation>
    </message>
    <message>
        <source>Ends the conversation of the current tab.</source>
        <translation>현재 탭의 대화를 끝냅니다.</translation>
    </message>
    <message>
        <source>Looks at everything again. The list follows changes by itself, so this is rarely needed.</source>
        <translation>모두 다시 확인합니다. 목록은 변경을 자동으로 반영하므로 필요한 경우가 드뭅니다.</translation>
    </message>
    <message>
        <source>The pipes of this machine. State tells whether a server listens, Clients how many are connected, Waiting how many the server has not accepted yet, and Unread how many bytes wait to be read, with a line of the last minute.</source>
        <translation>이 컴퓨터의 파이프입니다. 상태는 서버가 수신 대기 중인지, 클라이언트는 몇 개가 연결되어 있는지, 대기는 서버가 아직 수락하지 않은 수, 읽지 않음은 읽기를 기다리는 바이트 수를 최근 1분의 선 그래프와 함께 보여 줍니다.</translation>
    </message>
    <message>
        <source>What is listed: pipes of .NET, other endpoints, all sockets, and where.</source>
        <translation>나열할 대상: .NET의 파이프, 다른 엔드포인트, 모든 소켓, 그리고 위치입니다.</translation>
    </message>
    <message>
        <source>Shows only pipes whose name, owner, program or state contains each word.</source>
        <translation>이름, 소유자, 프로그램 또는 상태에 모든 단어가 들어 있는 파이프만 표시합니다.</translation>
    </message>
    <message>
        <source>How many pipes are listed.</source>
        <translation>나열된 파이프의 수입니다.</translation>
    </message>
    <message>
        <source>The .NET processes and what they have open: pipes that they serve, and connections.</source>
        <translation>.NET 프로세스와 각 프로세스가 열어 둔 것, 즉 제공하는 파이프와 연결입니다.</translation>
    </message>
    <message>
        <source>What is wrong with pipes, why, and what to do. The worst comes first.</source>
        <translation>파이프의 문제와 그 이유, 해결 방법입니다. 가장 심각한 것이 먼저 나옵니다.</translation>
    </message>
    <message>
        <source>The chosen pipe: its clients, its server, who can connect, and what waits to be read.</source>
        <translation>선택한 파이프의 클라이언트, 서버, 연결할 수 있는 사용자, 읽기를 기다리는 바이트입니다.</translation>
    </message>
    <message>
        <source>Who can connect to the chosen pipes, why somebody cannot, and changes of permissions, which can be undone.</source>
        <translation>선택한 파이프에 연결할 수 있는 사용자, 연결할 수 없는 이유, 그리고 취소할 수 있는 권한 변경입니다.</translation>
    </message>
    <message>
        <source>The messages in the order in which they were sent; Delta is the time since the message before. Click the header with the right button to choose columns.</source>
        <translation>보낸 순서대로 나열한 메시지입니다. 간격은 이전 메시지부터의 시간입니다. 열을 선택하려면 머리글을 마우스 오른쪽 단추로 클릭하십시오.</translation>
    </message>
    <message>
        <source>Shows only messages that match: a text, or an expression such as from == client and size &gt; 100.</source>
        <translation>텍스트 또는 from == client and size &gt; 100과 같은 식과 일치하는 메시지만 표시합니다.</translation>
    </message>
    <message>
        <source>Where a message begins and ends in the stream of bytes. Another framing cuts the recorded bytes again.</source>
        <translation>바이트 스트림에서 메시지가 시작하고 끝나는 위치를 정합니다. 다른 프레이밍을 선택하면 기록된 바이트를 다시 나눕니다.</translation>
    </message>
    <message>
        <source>The message to send; Enter sends it, Up and Down show what was sent before.</source>
        <translation>보낼 메시지입니다. Enter 키는 메시지를 보내고, 위쪽과 아래쪽 화살표 키는 이전에 보낸 것을 표시합니다.</translation>
    </message>
    <message>
        <source>Whether the field contains text, sent as UTF-8, or bytes in hex.</source>
        <translation>필드의 내용이 UTF-8로 보내는 텍스트인지, 16진수로 된 바이트인지 정합니다.</translation>
    </message>
    <message>
        <source>The connected clients.</source>
        <translation>연결된 클라이언트입니다.</translation>
    </message>
    <message>
        <source>Pipeglass runs as root: it changes pipes of all users without a password. Started as another user, it asks for one when a change needs root&apos;s rights.</source>
        <translation>root로 실행 중입니다. 모든 사용자의 파이프를 암호 없이 변경합니다. 다른 사용자로 시작하면 root의 권한이 필요할 때만 암호를 묻습니다.</translation>
    </message>
    <message>
        <source>Pipeglass says what it means on Linux, which pipe it is about, what that is like now, and what to do.</source>
        <translation>Pipeglass가 Linux에서의 의미, 관련된 파이프, 그 파이프의 현재 상태, 할 일을 알려 줍니다.</translation>
    </message>
    <message>
        <source>Without a text: choose the program on the page &quot;Processes&quot;, then &quot;Why can&apos;t it connect?&quot; in the menu &quot;Pipe&quot;.</source>
        <translation>텍스트가 없으면 &quot;프로세스&quot; 페이지에서 프로그램을 선택한 다음 &quot;파이프&quot; 메뉴에서 &quot;연결할 수 없는 이유&quot;를 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The number of unread bytes is unknown.</source>
        <translation>읽지 않은 바이트 수를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 not yet read by the server, %2 not yet read by clients</source>
        <translation>서버가 아직 읽지 않음: %1, 클라이언트가 아직 읽지 않음: %2</translation>
    </message>
    <message>
        <source>gone since %1</source>
        <translation>%1부터 사라짐</translation>
    </message>
    <message>
        <source>lost to %1 (%2)</source>
        <translation>%1에 빼앗김(%2)</translation>
    </message>
    <message>
        <source>%1 (took it from %2)</source>
        <translation>%1(%2에서 차지함)</translation>
    </message>
    <message>
        <source>%1 (tapped by %2)</source>
        <translation>%1(%2이(가) 가로채는 중)</translation>
    </message>
    <message>
        <source>Gone since %1. The row shows its last state.</source>
        <translation>%1부터 사라졌습니다. 행은 마지막 상태를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Gone since %1.</source>
        <translation>%1부터 사라졌습니다.</translation>
    </message>
    <message>
        <source>
Its server was %1.</source>
        <translation>
서버: %1.</translation>
    </message>
    <message>
        <source>Process %1 has taken its name: new clients connect to that process.</source>
        <translation>프로세스 %1이(가) 이름을 차지했습니다. 새 클라이언트는 그 프로세스에 연결됩니다.</translation>
    </message>
    <message>
        <source>It took the name from process %1, which still listens, without a name.</source>
        <translation>프로세스 %1에서 이름을 차지했습니다. 그 프로세스는 이름 없이 아직 수신 대기 중입니다.</translation>
    </message>
    <message>
        <source>Process %1 taps it: its clients connect to the tap, which passes everything on.</source>
        <translation>프로세스 %1이(가) 가로채는 중입니다. 클라이언트는 가로채기에 연결되며, 가로채기가 모두 전달합니다.</translation>
    </message>
    <message>
        <source>Not one of the endpoints that Pipeglass knows.</source>
        <translation>Pipeglass가 아는 엔드포인트가 아닙니다.</translation>
    </message>
    <message>
        <source>In the mount namespace of %1</source>
        <translation>%1의 마운트 네임스페이스에 있음</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>엔드포인트</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>소유자</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>모드</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>백로그</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>Re-created</source>
        <translation>다시 만듦</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>처음 발견</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>만든 시각</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>디렉터리</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>사라짐</translation>
    </message>
    <message>
        <source>The file no longer exists.</source>
        <translation>파일이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>The limit for waiting clients. If it is reached, new clients are blocked or refused.</source>
        <translation>기다리는 클라이언트의 한도입니다. 한도에 도달하면 새 클라이언트가 차단되거나 거부됩니다.</translation>
    </message>
    <message>
        <source>Anonymous pipe</source>
        <translation>익명 파이프</translation>
    </message>
    <message>
        <source>Diagnostics socket</source>
        <translation>진단 소켓</translation>
    </message>
    <message>
        <source>TMPDIR</source>
        <translation>TMPDIR</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>at its next run</source>
        <translation>다음 실행 때</translation>
    </message>
    <message>
        <source>in a minute</source>
        <translation>1분 후에</translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>%n분 후에</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>%n시간 후에</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n일 후에</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 would delete this file %2, but it is not scheduled on this machine.</source>
        <translation>%1이(가) %2 이 파일을 삭제하게 되지만, 이 컴퓨터에는 예약되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>%1 will delete this file %2, although its server is running; clients cannot connect then.</source>
        <translation>서버가 실행 중인데도 %1이(가) %2 이 파일을 삭제합니다. 그러면 클라이언트가 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 will delete this file %2.</source>
        <translation>%1이(가) %2 이 파일을 삭제합니다.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>닫힘</translation>
    </message>
    <message>
        <source>closed by us</source>
        <translation>우리가 닫음</translation>
    </message>
    <message>
        <source>closed by the client</source>
        <translation>클라이언트가 닫음</translation>
    </message>
    <message>
        <source>closed by the server</source>
        <translation>서버가 닫음</translation>
    </message>
    <message>
        <source>we send no more</source>
        <translation>우리가 보내기를 끝냄</translation>
    </message>
    <message>
        <source>we read no more</source>
        <translation>우리가 읽기를 끝냄</translation>
    </message>
    <message>
        <source>the client sends no more</source>
        <translation>클라이언트가 보내기를 끝냄</translation>
    </message>
    <message>
        <source>the client reads no more</source>
        <translation>클라이언트가 읽기를 끝냄</translation>
    </message>
    <message>
        <source>the server sends no more</source>
        <translation>서버가 보내기를 끝냄</translation>
    </message>
    <message>
        <source>the server reads no more</source>
        <translation>서버가 읽기를 끝냄</translation>
    </message>
    <message>
        <source>one direction closed</source>
        <translation>한 방향이 닫힘</translation>
    </message>
    <message>
        <source>at most %1 a second</source>
        <translation>초당 최대 %1</translation>
    </message>
    <message>
        <source>%1 ms delay</source>
        <translation>%1ms 지연</translation>
    </message>
    <message>
        <source>up to %1 ms jitter</source>
        <translation>최대 %1ms 지터</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>전체 속도</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>다시 시작됨</translation>
    </message>
    <message>
        <source>a message of %1 was held</source>
        <translation>%1의 메시지가 보류됨</translation>
    </message>
    <message>
        <source>a held message was sent on</source>
        <translation>보류된 메시지를 전달함</translation>
    </message>
    <message>
        <source>a held message was dropped; %1 were received</source>
        <translation>보류된 메시지를 버림(받은 크기 %1)</translation>
    </message>
    <message>
        <source>a held message was edited; %1 were received</source>
        <translation>보류된 메시지를 편집함(받은 크기 %1)</translation>
    </message>
    <message>
        <source>a held message was duplicated</source>
        <translation>보류된 메시지를 복제함</translation>
    </message>
    <message>
        <source>a held message is sent on in %1 ms</source>
        <translation>보류된 메시지를 %1ms 후 전달</translation>
    </message>
    <message>
        <source>the next message was injected by the tap</source>
        <translation>다음 메시지는 가로채기가 주입함</translation>
    </message>
    <message>
        <source>%1 that waited in the tap were dropped</source>
        <translation>가로채기에서 기다리던 %1을(를) 버림</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>the server is %1</source>
        <translation>서버: %1</translation>
    </message>
    <message>
        <source>the client is %1</source>
        <translation>클라이언트: %1</translation>
    </message>
    <message>
        <source>no reply could be created</source>
        <translation>응답을 만들지 못함</translation>
    </message>
    <message>
        <source>a message for all clients was not sent to this one</source>
        <translation>모든 클라이언트에 보내는 메시지를 이 클라이언트에는 보내지 않음</translation>
    </message>
    <message numerus="yes">
        <source>the server passed %n file descriptor(s)</source>
        <translation>
            <numerusform>서버가 파일 디스크립터 %n개를 전달함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the client passed %n file descriptor(s)</source>
        <translation>
            <numerusform>클라이언트가 파일 디스크립터 %n개를 전달함</numerusform>
        </translation>
    </message>
    <message>
        <source>file descriptors from the server were lost</source>
        <translation>서버의 파일 디스크립터를 잃음</translation>
    </message>
    <message>
        <source>file descriptors from the client were lost</source>
        <translation>클라이언트의 파일 디스크립터를 잃음</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) did not go through the tap</source>
        <translation>
            <numerusform>연결 %n개가 가로채기를 거치지 않음</numerusform>
        </translation>
    </message>
    <message>
        <source>framing of the server&apos;s bytes, guessed: %1</source>
        <translation>추측한 서버 쪽 바이트의 프레이밍: %1</translation>
    </message>
    <message>
        <source>framing of the client&apos;s bytes, guessed: %1</source>
        <translation>추측한 클라이언트 쪽 바이트의 프레이밍: %1</translation>
    </message>
    <message>
        <source>cut by the tap</source>
        <translation>가로채기가 끊음</translation>
    </message>
    <message>
        <source>server to client: %1</source>
        <translation>서버에서 클라이언트로: %1</translation>
    </message>
    <message>
        <source>client to server: %1</source>
        <translation>클라이언트에서 서버로: %1</translation>
    </message>
    <message>
        <source>invalid length</source>
        <translation>잘못된 길이</translation>
    </message>
    <message>
        <source>larger than the message limit</source>
        <translation>메시지 한도보다 큼</translation>
    </message>
    <message>
        <source>after an invalid message; the start of the next message is unknown</source>
        <translation>잘못된 메시지 다음이며, 다음 메시지의 시작을 알 수 없음</translation>
    </message>
    <message>
        <source>the stream ended inside the message</source>
        <translation>메시지 안에서 스트림이 끝남</translation>
    </message>
    <message>
        <source>not valid in this framing</source>
        <translation>이 프레이밍에서 올바르지 않음</translation>
    </message>
    <message>
        <source>A server listens now: try again. If the client was faster than the server, let it wait (Connect with a timeout).</source>
        <translation>이제 서버가 수신 대기 중이므로 다시 시도하십시오. 클라이언트가 서버보다 빨랐다면 기다리게 하십시오(시간 제한이 있는 Connect).</translation>
    </message>
    <message>
        <source>Start the server first. If it runs, check that both programs use the same name, the same TMPDIR and the same mount namespace: &quot;pipeglass doctor&quot; finds a client that looks elsewhere.</source>
        <translation>먼저 서버를 시작하십시오. 실행 중이라면 두 프로그램이 같은 이름, 같은 TMPDIR, 같은 마운트 네임스페이스를 사용하는지 확인하십시오. &quot;pipeglass doctor&quot;는 다른 곳에서 찾는 클라이언트를 찾아 줍니다.</translation>
    </message>
    <message>
        <source>Give the client&apos;s user write permission on the socket and search permission on the directories above it. If the server got the error: it needs write permission on the directory.</source>
        <translation>클라이언트의 사용자에게 소켓에 대한 쓰기 권한과 상위 디렉터리에 대한 탐색 권한을 주십시오. 서버에서 오류가 났다면 서버에 디렉터리에 대한 쓰기 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>Ask about the user or process that got the error: &quot;pipeglass access NAME --as USER&quot;.</source>
        <translation>오류가 난 사용자나 프로세스를 기준으로 확인하십시오: &quot;pipeglass access NAME --as USER&quot;.</translation>
    </message>
    <message>
        <source>Smallest change: %1.</source>
        <translation>가장 작은 변경: %1.</translation>
    </message>
    <message>
        <source>On Linux a pipe is a stream of bytes without message boundaries: PipeTransmissionMode.Message, ReadMode and IsMessageComplete work on Windows only.</source>
        <translation>Linux에서 파이프는 메시지 경계가 없는 바이트 스트림입니다. PipeTransmissionMode.Message, ReadMode, IsMessageComplete는 Windows에서만 작동합니다.</translation>
    </message>
    <message>
        <source>WaitForPipeDrain works on Windows only. On Linux it always throws.</source>
        <translation>WaitForPipeDrain은 Windows에서만 작동합니다. Linux에서는 항상 예외를 던집니다.</translation>
    </message>
    <message>
        <source>The server name of a pipe is &quot;.&quot; or this host&apos;s name: pipes of other machines can be reached on Windows only.</source>
        <translation>파이프의 서버 이름은 &quot;.&quot; 또는 이 호스트의 이름입니다. 다른 컴퓨터의 파이프에는 Windows에서만 연결할 수 있습니다.</translation>
    </message>
    <message>
        <source>NumberOfServerInstances works on Windows only. On Linux it always throws.</source>
        <translation>NumberOfServerInstances는 Windows에서만 작동합니다. Linux에서는 항상 예외를 던집니다.</translation>
    </message>
    <message>
        <source>A pipe is a socket file, so its name is a file name without &quot;/&quot;, or an absolute path, and is not &quot;anonymous&quot;.</source>
        <translation>파이프는 소켓 파일이므로, 이름은 &quot;/&quot;가 없는 파일 이름 또는 절대 경로이며 &quot;anonymous&quot;일 수 없습니다.</translation>
    </message>
    <message>
        <source>The program asked who the client is, or wanted to act as its user, while none was connected. On Linux the name is that of the user who connected, and RunAsClient needs root&apos;s rights.</source>
        <translation>아무도 연결되지 않은 상태에서 프로그램이 클라이언트가 누구인지 묻거나 그 사용자로 동작하려고 했습니다. Linux에서 이름은 연결한 사용자의 이름이며, RunAsClient에는 root의 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>The program wrote to a pipe whose other side has closed the connection or has ended, or which is one-directional and does not read (PipeDirection.Out). IsConnected stays true until then.</source>
        <translation>프로그램이 상대편이 연결을 닫았거나 종료된 파이프, 또는 한 방향이며 읽지 않는 파이프(PipeDirection.Out)에 썼습니다. 그때까지 IsConnected는 계속 true입니다.</translation>
    </message>
    <message>
        <source>The other side closed the connection, or ended, before it had read all that this program sent; or it disposed its server while this client still waited to be accepted.</source>
        <translation>이 프로그램이 보낸 것을 모두 읽기 전에 상대편이 연결을 닫았거나 종료되었습니다. 또는 이 클라이언트가 수락을 기다리는 동안 상대편이 서버를 Dispose했습니다.</translation>
    </message>
    <message>
        <source>The program used a pipe before a client was connected, or after Disconnect().</source>
        <translation>프로그램이 클라이언트가 연결되기 전에 또는 Disconnect() 다음에 파이프를 사용했습니다.</translation>
    </message>
    <message>
        <source>The program used a pipe that it had disposed itself.</source>
        <translation>프로그램이 스스로 Dispose한 파이프를 사용했습니다.</translation>
    </message>
    <message>
        <source>Use PipeTransmissionMode.Byte, and put the length before each message, or a separator after it. &quot;pipeglass framings&quot; lists what others use.</source>
        <translation>PipeTransmissionMode.Byte를 사용하고, 각 메시지 앞에 길이를 넣거나 뒤에 구분 기호를 넣으십시오. &quot;pipeglass framings&quot;는 다른 프로그램이 사용하는 방식을 나열합니다.</translation>
    </message>
    <message>
        <source>Remove the call, or let the other side confirm what it has read.</source>
        <translation>호출을 제거하거나, 상대편이 읽은 것을 확인해 주도록 하십시오.</translation>
    </message>
    <message>
        <source>Use &quot;.&quot; as the server name. To reach another machine use a TCP socket, or forward the socket file with ssh -L.</source>
        <translation>서버 이름으로 &quot;.&quot;을 사용하십시오. 다른 컴퓨터에 연결하려면 TCP 소켓을 사용하거나 ssh -L로 소켓 파일을 전달하십시오.</translation>
    </message>
    <message>
        <source>Count the instances in the program. &quot;pipeglass show&quot; lists the connections.</source>
        <translation>프로그램에서 인스턴스 수를 세십시오. &quot;pipeglass show&quot;는 연결을 나열합니다.</translation>
    </message>
    <message>
        <source>Choose another name. The prefix &quot;\\.\pipe\&quot; is not part of it.</source>
        <translation>다른 이름을 선택하십시오. 접두사 &quot;\\.\pipe\&quot;는 이름의 일부가 아닙니다.</translation>
    </message>
    <message>
        <source>Call it after WaitForConnection has returned and before Disconnect.</source>
        <translation>WaitForConnection이 반환된 다음, Disconnect 전에 호출하십시오.</translation>
    </message>
    <message>
        <source>Look into the log of the other program. Write to a new connection: this one does not come back.</source>
        <translation>다른 프로그램의 로그를 확인하십시오. 새 연결에 쓰십시오. 이 연결은 복구되지 않습니다.</translation>
    </message>
    <message>
        <source>Let the other side read to the end before it disposes the pipe. With a server that is created anew for each client, let the client try again, or create the next instance first.</source>
        <translation>상대편이 파이프를 Dispose하기 전에 끝까지 읽도록 하십시오. 클라이언트마다 새로 만들어지는 서버라면 클라이언트가 다시 시도하도록 하거나 다음 인스턴스를 먼저 만드십시오.</translation>
    </message>
    <message>
        <source>Wait for WaitForConnection or Connect to return first.</source>
        <translation>먼저 WaitForConnection 또는 Connect가 반환되기를 기다리십시오.</translation>
    </message>
    <message>
        <source>Look for what disposes the stream: often a StreamReader or StreamWriter around it, without leaveOpen.</source>
        <translation>무엇이 스트림을 Dispose하는지 찾으십시오. leaveOpen 없이 스트림을 감싼 StreamReader나 StreamWriter인 경우가 많습니다.</translation>
    </message>
    <message>
        <source>The client may not connect: connecting needs write permission on the socket file, and search permission on every directory above it. .NET creates it so that only its own user can.</source>
        <translation>클라이언트가 연결할 수 없습니다. 연결하려면 소켓 파일에 대한 쓰기 권한과 모든 상위 디렉터리에 대한 탐색 권한이 필요합니다. .NET은 자신의 사용자만 연결할 수 있도록 만듭니다.</translation>
    </message>
    <message>
        <source>The file is there, but no server listens on it: the server has ended and left it behind, or is just starting.</source>
        <translation>파일은 있지만 수신 대기하는 서버가 없습니다. 서버가 종료되면서 파일을 남겼거나 막 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>There was no file of this name (.NET calls that &quot;Cannot assign requested address&quot;): the server was not running, or it looks in another directory, because TMPDIR differs.</source>
        <translation>이 이름의 파일이 없었습니다(.NET은 이를 &quot;Cannot assign requested address&quot;라고 합니다). 서버가 실행 중이 아니었거나, TMPDIR이 달라 다른 디렉터리에서 찾습니다.</translation>
    </message>
    <message>
        <source>A server could not create its socket, because the name exists and it could not delete the old file: that of another user in a sticky directory such as /tmp, or a directory.</source>
        <translation>이름이 이미 있고 이전 파일을 삭제할 수 없어 서버가 소켓을 만들 수 없었습니다. /tmp와 같은 스티키 디렉터리에 있는 다른 사용자의 파일이거나 디렉터리입니다.</translation>
    </message>
    <message>
        <source>The path of the pipe, TMPDIR/CoreFxPipe_NAME, has more than the 107 bytes that a socket has room for (.NET says 108, with the NUL at the end).</source>
        <translation>파이프의 경로 TMPDIR/CoreFxPipe_NAME이 소켓에 들어가는 107바이트보다 깁니다(.NET은 끝의 NUL을 포함하여 108이라고 합니다).</translation>
    </message>
    <message>
        <source>Until the time was up there was no server: no file of this name, or a file without a listener. A busy server is not the reason: connecting to it succeeds at once.</source>
        <translation>시간이 다 될 때까지 서버가 없었습니다. 이 이름의 파일이 없거나, 수신 대기하는 프로세스가 없는 파일입니다. 바쁜 서버는 원인이 아닙니다. 그러한 서버에는 즉시 연결됩니다.</translation>
    </message>
    <message>
        <source>This process has as many server streams of this name as maxNumberOfServerInstances of the first one allows. On Linux other processes do not count.</source>
        <translation>이 프로세스에는 첫 번째 서버 스트림의 maxNumberOfServerInstances가 허용하는 만큼 이 이름의 서버 스트림이 이미 있습니다. Linux에서 다른 프로세스는 세지 않습니다.</translation>
    </message>
    <message>
        <source>PipeOptions.CurrentUserOnly: client and server run as different users. Root is refused too. A server gets this exception from WaitForConnection, and ends if it does not catch it.</source>
        <translation>PipeOptions.CurrentUserOnly: 클라이언트와 서버가 다른 사용자로 실행됩니다. root도 거부됩니다. 서버에서는 WaitForConnection이 이 예외를 던지며, 잡지 않으면 서버가 종료됩니다.</translation>
    </message>
    <message>
        <source>PipeOptions.FirstPipeInstance: a file of this name exists, so the server did not start, even if the file was left behind by a server that has ended.</source>
        <translation>PipeOptions.FirstPipeInstance: 이 이름의 파일이 있어 서버가 시작되지 않았습니다. 종료된 서버가 남긴 파일이라도 마찬가지입니다.</translation>
    </message>
    <message>
        <source>So many clients wait to be accepted that no more fit.</source>
        <translation>수락을 기다리는 클라이언트가 너무 많아 더 이상 들어갈 수 없습니다.</translation>
    </message>
    <message>
        <source>A program that does not use a stream socket has this name: .NET pipes are stream sockets.</source>
        <translation>스트림 소켓을 사용하지 않는 프로그램이 이 이름을 가지고 있습니다. .NET 파이프는 스트림 소켓입니다.</translation>
    </message>
    <message>
        <source>The text does not name the pipe.</source>
        <translation>텍스트에 파이프의 이름이 없습니다.</translation>
    </message>
    <message>
        <source>%1 now: %2. %3</source>
        <translation>현재 %1: %2. %3</translation>
    </message>
    <message>
        <source>There is no %1 now.</source>
        <translation>현재 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Start the server again: it replaces the file that was left behind.</source>
        <translation>서버를 다시 시작하십시오. 남겨진 파일을 바꿉니다.</translation>
    </message>
    <message>
        <source>Let the owner of the file or root delete it, or choose a name with the user in it, or a TMPDIR for each user.</source>
        <translation>파일의 소유자나 root가 삭제하도록 하거나, 사용자 이름이 들어간 이름 또는 사용자마다 다른 TMPDIR을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose a shorter name, or a shorter TMPDIR. With /tmp a name has room for 91 bytes.</source>
        <translation>더 짧은 이름이나 더 짧은 TMPDIR을 선택하십시오. /tmp에서는 이름에 91바이트를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Dispose a stream before the next one is created, or pass a larger maxNumberOfServerInstances (-1: no limit) to the first one and to all others.</source>
        <translation>다음 스트림을 만들기 전에 스트림을 Dispose하거나, 첫 번째와 다른 모든 스트림에 더 큰 maxNumberOfServerInstances를 전달하십시오(-1: 제한 없음).</translation>
    </message>
    <message>
        <source>Run both as the same user. If users are to be different, leave out CurrentUserOnly on both sides and permit the client with &quot;pipeglass access&quot;.</source>
        <translation>둘 다 같은 사용자로 실행하십시오. 사용자가 달라야 한다면 양쪽에서 CurrentUserOnly를 빼고 &quot;pipeglass access&quot;로 클라이언트를 허용하십시오.</translation>
    </message>
    <message>
        <source>Another server has the name: stop it first, or choose another name.</source>
        <translation>다른 서버가 이 이름을 가지고 있습니다. 먼저 그 서버를 중지하거나 다른 이름을 선택하십시오.</translation>
    </message>
    <message>
        <source>Delete the file if no server has the name.</source>
        <translation>이 이름을 가진 서버가 없으면 파일을 삭제하십시오.</translation>
    </message>
    <message>
        <source>Find out why the server does not call WaitForConnection, or restart it.</source>
        <translation>서버가 WaitForConnection을 호출하지 않는 이유를 찾거나 서버를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Choose another name, or connect with a socket of that type.</source>
        <translation>다른 이름을 선택하거나 그 유형의 소켓으로 연결하십시오.</translation>
    </message>
    <message>
        <source>a process that is not visible</source>
        <translation>보이지 않는 프로세스</translation>
    </message>
    <message>
        <source>%1 waits to be accepted, but %2 accepts nobody: it does not call WaitForConnection.</source>
        <translation>%1이(가) 수락을 기다리지만 %2이(가) 아무도 수락하지 않습니다. WaitForConnection을 호출하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 waits to be accepted: the server&apos;s instances are all in use, and %2 still holds the connections of clients that have ended.</source>
        <translation>%1이(가) 수락을 기다립니다. 서버의 인스턴스가 모두 사용 중이며, %2이(가) 종료된 클라이언트의 연결을 아직 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 waits to be accepted: %3 has the only instance of the server, %2.</source>
        <translation>%1이(가) 수락을 기다립니다. %3이(가) 서버 %2의 유일한 인스턴스를 사용하고 있습니다.</translation>
    </message>
    <message>
        <source>%1 waits to be accepted: %3 have all instances of the server, %2.</source>
        <translation>%1이(가) 수락을 기다립니다. %3이(가) 서버 %2의 모든 인스턴스를 사용하고 있습니다.</translation>
    </message>
    <message>
        <source>%1 has not read %2 for more than 10 seconds. Their sender has ended.</source>
        <translation>%1이(가) %2을(를) 10초 넘게 읽지 않았습니다. 보낸 쪽은 종료되었습니다.</translation>
    </message>
    <message>
        <source>%1 has not read %2 from %3 for more than 10 seconds.</source>
        <translation>%1이(가) %3에서 온 %2을(를) 10초 넘게 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 looks for this name in %2 of another mount namespace (%3), but its server %4 has it in %5.</source>
        <translation>%1은(는) 다른 마운트 네임스페이스(%3)의 %2에서 이 이름을 찾지만, 서버 %4은(는) %5에 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 looks for this name in %2, but its server %4 has it in another mount namespace (%3), in %5.</source>
        <translation>%1은(는) %2에서 이 이름을 찾지만, 서버 %4은(는) 다른 마운트 네임스페이스(%3)의 %5에 가지고 있습니다.</translation>
    </message>
    <message>
        <source>%1 looks for this name in %2, but its server %3 has it in %4.</source>
        <translation>%1은(는) %2에서 이 이름을 찾지만, 서버 %3은(는) %4에 가지고 있습니다.</translation>
    </message>
    <message>
        <source>Its path has %1 bytes. That is possible here, but not on macOS (103 bytes), and with a longer TMPDIR not here either.</source>
        <translation>경로가 %1바이트입니다. 여기에서는 가능하지만 macOS(103바이트)에서는 불가능하며, TMPDIR이 더 길면 여기에서도 불가능합니다.</translation>
    </message>
    <message>
        <source>Its path would have %1 bytes, but a socket has room for %2: .NET throws ArgumentOutOfRangeException.</source>
        <translation>경로가 %1바이트가 되지만 소켓에는 %2바이트만 들어갑니다. .NET이 ArgumentOutOfRangeException을 던집니다.</translation>
    </message>
    <message>
        <source>Its path has %1 bytes, but a socket has room for %2: the server was bound by a shorter path, and clients that use the whole one fail.</source>
        <translation>경로가 %1바이트이지만 소켓에는 %2바이트만 들어갑니다. 서버는 더 짧은 경로로 바인딩되었으며, 전체 경로를 사용하는 클라이언트는 실패합니다.</translation>
    </message>
    <message>
        <source>Its access control list permits %1 to connect, but the list&apos;s mask withholds it: somebody has used chmod after setfacl.</source>
        <translation>액세스 제어 목록은 %1의 연결을 허용하지만 목록의 마스크가 막습니다. setfacl 다음에 누군가 chmod를 사용했습니다.</translation>
    </message>
    <message>
        <source>%1 cannot connect: the account is in %2, which may, but the process was started without it.</source>
        <translation>%1이(가) 연결할 수 없습니다. 계정은 허용된 %2에 속하지만, 프로세스는 그 그룹 없이 시작되었습니다.</translation>
    </message>
    <message>
        <source>left behind by its server</source>
        <translation>서버가 남긴 파일</translation>
    </message>
    <message>
        <source>name taken over</source>
        <translation>이름 빼앗김</translation>
    </message>
    <message>
        <source>file removed</source>
        <translation>파일 제거됨</translation>
    </message>
    <message>
        <source>listener shut down</source>
        <translation>수신 종료됨</translation>
    </message>
    <message>
        <source>deleted by a cleaner</source>
        <translation>정리 프로그램이 삭제</translation>
    </message>
    <message>
        <source>client waits</source>
        <translation>클라이언트 대기</translation>
    </message>
    <message>
        <source>bytes unread</source>
        <translation>읽지 않은 바이트</translation>
    </message>
    <message>
        <source>backlog full</source>
        <translation>백로그 가득 참</translation>
    </message>
    <message>
        <source>ACL without effect</source>
        <translation>효과 없는 ACL</translation>
    </message>
    <message>
        <source>group missing</source>
        <translation>그룹 없음</translation>
    </message>
    <message>
        <source>different directories</source>
        <translation>다른 디렉터리</translation>
    </message>
    <message>
        <source>path too long</source>
        <translation>너무 긴 경로</translation>
    </message>
    <message>
        <source>name in use</source>
        <translation>사용 중인 이름</translation>
    </message>
    <message>
        <source>left behind by the runtime</source>
        <translation>런타임이 남긴 파일</translation>
    </message>
    <message>
        <source>Its server has ended without removing the file: every client is refused, and a server with FirstPipeInstance does not start.</source>
        <translation>서버가 파일을 제거하지 않고 종료되었습니다. 모든 클라이언트가 거부되고, FirstPipeInstance를 사용하는 서버는 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 still listens, but %2 has taken its name: all new clients reach the latter. When the former ends, .NET deletes the latter&apos;s file.</source>
        <translation>%1이(가) 아직 수신 대기하지만 %2이(가) 이름을 차지했습니다. 새 클라이언트는 모두 후자에 연결됩니다. 전자가 종료되면 .NET이 후자의 파일을 삭제합니다.</translation>
    </message>
    <message>
        <source>%1 still listens, but its file was removed: no client finds it.</source>
        <translation>%1이(가) 아직 수신 대기하지만 파일이 제거되었습니다. 클라이언트가 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>The listener of %1 was shut down but not closed: every client is refused.</source>
        <translation>%1의 수신이 종료되었지만 소켓은 닫히지 않았습니다. 모든 클라이언트가 거부됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) wait and no more fit: %1 does not accept, and Connect of the next one blocks whatever its timeout.</source>
        <translation>
            <numerusform>클라이언트 %n개가 기다리며 더 이상 들어갈 수 없습니다. %1이(가) 수락하지 않으며, 다음 클라이언트의 Connect는 시간 제한과 관계없이 차단됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>A server of user %1 has ended and left it behind in a sticky directory, where only that user may delete it: a server of another user with this name fails with &quot;Address already in use&quot;.</source>
        <translation>사용자 %1의 서버가 종료되면서 스티키 디렉터리에 파일을 남겼으며, 그 사용자만 삭제할 수 있습니다. 이 이름을 사용하는 다른 사용자의 서버는 &quot;Address already in use&quot;로 실패합니다.</translation>
    </message>
    <message numerus="yes">
        <source>The .NET process %1 was killed, and %n file(s) of its runtime for debuggers and diagnostics were left behind.</source>
        <translation>
            <numerusform>.NET 프로세스 %1이(가) 강제 종료되어, 디버거와 진단을 위한 런타임 파일 %n개가 남았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start the server again, or delete the file.</source>
        <translation>서버를 다시 시작하거나 파일을 삭제하십시오.</translation>
    </message>
    <message>
        <source>Run only one of them, or give each a name of its own; then restart the one that stays. FirstPipeInstance makes the second one fail instead.</source>
        <translation>그중 하나만 실행하거나 각각 다른 이름을 사용하십시오. 그런 다음 남는 서버를 다시 시작하십시오. FirstPipeInstance를 사용하면 대신 두 번째 서버가 실패합니다.</translation>
    </message>
    <message>
        <source>Restart %1, which creates the file again.</source>
        <translation>%1을(를) 다시 시작하십시오. 파일을 다시 만듭니다.</translation>
    </message>
    <message>
        <source>Restart %1.</source>
        <translation>%1을(를) 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Exclude the file from cleaning (rule: %1), or let both programs use a TMPDIR that is not cleaned, such as $XDG_RUNTIME_DIR.</source>
        <translation>파일을 정리에서 제외하거나(규칙: %1), 두 프로그램이 $XDG_RUNTIME_DIR과 같이 정리되지 않는 TMPDIR을 사용하도록 하십시오.</translation>
    </message>
    <message>
        <source>End the connection that is in the way, or create the server with more instances (maxNumberOfServerInstances) and wait for a client with each.</source>
        <translation>방해되는 연결을 끝내거나, 더 많은 인스턴스(maxNumberOfServerInstances)로 서버를 만들고 각각에서 클라이언트를 기다리십시오.</translation>
    </message>
    <message>
        <source>See what is unread, and what %1 does instead of reading: it may wait for more bytes, or for the other side.</source>
        <translation>무엇을 읽지 않았는지, %1이(가) 읽지 않고 무엇을 하는지 확인하십시오. 더 많은 바이트나 상대편을 기다리고 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Find out why %1 does not call WaitForConnection, or restart it.</source>
        <translation>%1이(가) WaitForConnection을 호출하지 않는 이유를 찾거나 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Restore the mask. To change rights later, use setfacl instead of chmod.</source>
        <translation>마스크를 복원하십시오. 나중에 권한을 변경할 때는 chmod 대신 setfacl을 사용하십시오.</translation>
    </message>
    <message>
        <source>Log in again (a desktop session too), and restart the process from there.</source>
        <translation>다시 로그인하고(데스크톱 세션도) 거기에서 프로세스를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Start both with the same TMPDIR, or use an absolute path as the pipe&apos;s name.</source>
        <translation>둘 다 같은 TMPDIR로 시작하거나, 파이프의 이름으로 절대 경로를 사용하십시오.</translation>
    </message>
    <message>
        <source>Share a directory between the two, and name the pipe by its absolute path there; for a systemd unit PrivateTmp=no or JoinsNamespaceOf=.</source>
        <translation>둘 사이에 디렉터리를 공유하고 그곳의 절대 경로를 파이프 이름으로 사용하십시오. systemd 유닛에는 PrivateTmp=no 또는 JoinsNamespaceOf=를 사용하십시오.</translation>
    </message>
    <message>
        <source>Choose a shorter name, or a shorter TMPDIR.</source>
        <translation>더 짧은 이름이나 더 짧은 TMPDIR을 선택하십시오.</translation>
    </message>
    <message>
        <source>User %1 or root can delete it. So that it does not happen again, put the user&apos;s name into the name of the pipe, or use a TMPDIR for each user.</source>
        <translation>사용자 %1 또는 root가 삭제할 수 있습니다. 다시 발생하지 않도록 파이프 이름에 사용자 이름을 넣거나 사용자마다 다른 TMPDIR을 사용하십시오.</translation>
    </message>
    <message>
        <source>Delete them: no process uses them any more.</source>
        <translation>삭제하십시오. 더 이상 사용하는 프로세스가 없습니다.</translation>
    </message>
    <message>
        <source>(not visible)</source>
        <translation>(보이지 않음)</translation>
    </message>
    <message>
        <source>unknown process</source>
        <translation>알 수 없는 프로세스</translation>
    </message>
    <message>
        <source>in a container?</source>
        <translation>컨테이너 안?</translation>
    </message>
    <message>
        <source>of another user?</source>
        <translation>다른 사용자의 것?</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>stale FIFO</source>
        <translation>버려진 FIFO</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>not a socket</source>
        <translation>소켓 아님</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>수신 대기</translation>
    </message>
    <message>
        <source>bound</source>
        <translation>바인딩됨</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>버려짐</translation>
    </message>
    <message>
        <source>orphaned</source>
        <translation>고아</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>빼앗김</translation>
    </message>
    <message>
        <source>shut down</source>
        <translation>수신 종료</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>A FIFO of a process that has ended. &quot;pipeglass clean&quot; deletes it if it is named, without opening it.</source>
        <translation>종료된 프로세스의 FIFO입니다. &quot;pipeglass clean&quot;에 지정하면 열지 않고 삭제합니다.</translation>
    </message>
    <message>
        <source>A FIFO, not a .NET pipe. Pipeglass never opens it, because its owner would notice.</source>
        <translation>.NET 파이프가 아닌 FIFO입니다. 소유자가 알아챌 수 있으므로 Pipeglass는 절대 열지 않습니다.</translation>
    </message>
    <message>
        <source>Not a socket. If it is a symbolic link, clients connect to its target.</source>
        <translation>소켓이 아닙니다. 심볼릭 링크라면 클라이언트는 그 대상에 연결됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>The backlog is full: %n client(s) wait because the server does not accept.</source>
        <translation>
            <numerusform>백로그가 가득 찼습니다. 서버가 수락하지 않아 클라이언트 %n개가 기다립니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>A server listens here.</source>
        <translation>서버가 여기에서 수신 대기 중입니다.</translation>
    </message>
    <message>
        <source>A server is bound to it but does not listen yet; clients are refused.</source>
        <translation>서버가 바인딩했지만 아직 수신 대기하지 않습니다. 클라이언트가 거부됩니다.</translation>
    </message>
    <message>
        <source>The server has ended and left this file behind; clients are refused.</source>
        <translation>서버가 종료되면서 이 파일을 남겼습니다. 클라이언트가 거부됩니다.</translation>
    </message>
    <message>
        <source>A server listens, but its file name is gone: unless the file was moved to another directory, clients cannot connect.</source>
        <translation>서버가 수신 대기하지만 파일 이름이 없어졌습니다. 파일이 다른 디렉터리로 이동된 것이 아니라면 클라이언트가 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>A server listens, but its name now leads to another process, which gets all new clients.</source>
        <translation>서버가 수신 대기하지만 이름이 이제 다른 프로세스를 가리키며, 새 클라이언트는 모두 그 프로세스에 연결됩니다.</translation>
    </message>
    <message>
        <source>It was shut down: every client is refused. Restart the process that holds it.</source>
        <translation>수신이 종료되어 모든 클라이언트가 거부됩니다. 소켓을 가진 프로세스를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Whether a server listens here is unknown.</source>
        <translation>서버가 여기에서 수신 대기하는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Whether a server listens here is unknown: %1.</source>
        <translation>서버가 여기에서 수신 대기하는지 알 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>file, link or directory</source>
        <translation>파일, 링크 또는 디렉터리</translation>
    </message>
    <message>
        <source>stream socket</source>
        <translation>스트림 소켓</translation>
    </message>
    <message>
        <source>packet socket (seqpacket)</source>
        <translation>패킷 소켓(seqpacket)</translation>
    </message>
    <message>
        <source>datagram socket</source>
        <translation>데이터그램 소켓</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>소켓</translation>
    </message>
    <message>
        <source>another user&apos;s process</source>
        <translation>다른 사용자의 프로세스</translation>
    </message>
    <message>
        <source>held by another user&apos;s process</source>
        <translation>다른 사용자의 프로세스가 가지고 있음</translation>
    </message>
    <message>
        <source>no visible process</source>
        <translation>보이는 프로세스 없음</translation>
    </message>
    <message>
        <source>Every process in this network namespace can connect: an abstract name has no permissions.</source>
        <translation>이 네트워크 네임스페이스의 모든 프로세스가 연결할 수 있습니다. 추상 이름에는 권한이 없습니다.</translation>
    </message>
    <message>
        <source>First seen %1</source>
        <translation>처음 발견: %1</translation>
    </message>
    <message numerus="yes">
        <source>re-created %n time(s)</source>
        <translation>
            <numerusform>%n번 다시 만듦</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>클라이언트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n개 대기 중</numerusform>
        </translation>
    </message>
    <message>
        <source>serves: %1</source>
        <translation>제공: %1</translation>
    </message>
    <message>
        <source>a server that is not visible</source>
        <translation>보이지 않는 서버</translation>
    </message>
    <message>
        <source>client of %1: %2</source>
        <translation>%1의 클라이언트: %2</translation>
    </message>
    <message numerus="yes">
        <source>serves %n pipe(s)</source>
        <translation>
            <numerusform>파이프 %n개 제공</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>client of %n</source>
        <translation>
            <numerusform>파이프 %n개의 클라이언트</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anonymous pipe(s)</source>
        <translation>
            <numerusform>익명 파이프 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>no pipes</source>
        <translation>파이프 없음</translation>
    </message>
    <message>
        <source>unknown: another user&apos;s process</source>
        <translation>알 수 없음: 다른 사용자의 프로세스</translation>
    </message>
    <message>
        <source>/tmp (not set)</source>
        <translation>/tmp(설정되지 않음)</translation>
    </message>
    <message>
        <source>file removed, tools cannot connect: %1</source>
        <translation>파일이 제거되어 도구가 연결할 수 없음: %1</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>찾지 못함</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) of other users could not be inspected; root sees which are .NET processes.</source>
        <translation>
            <numerusform>다른 사용자의 프로세스 %n개를 검사할 수 없었습니다. 어느 것이 .NET 프로세스인지 root는 볼 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>an unknown number of bytes</source>
        <translation>알 수 없는 수의 바이트</translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <translation>
            <numerusform>%1바이트</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>waiting to be accepted</source>
        <translation>수락 대기 중</translation>
    </message>
    <message>
        <source>%1 not yet read by the server</source>
        <translation>서버가 아직 읽지 않음: %1</translation>
    </message>
    <message>
        <source>%1 not yet read by the client</source>
        <translation>클라이언트가 아직 읽지 않음: %1</translation>
    </message>
    <message>
        <source>all read</source>
        <translation>모두 읽음</translation>
    </message>
    <message>
        <source>(client has ended)</source>
        <translation>(클라이언트 종료됨)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) could not be recorded</source>
        <translation>
            <numerusform>메시지 %Ln개를 기록하지 못함</numerusform>
        </translation>
    </message>
    <message>
        <source>The line shows the unread bytes of the last minute. Bytes that are read at once cannot be seen without attaching or tapping.</source>
        <translation>선은 최근 1분 동안의 읽지 않은 바이트를 보여 줍니다. 즉시 읽힌 바이트는 접속하거나 가로채지 않으면 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>the server sends as %1</source>
        <translation>서버가 %1(으)로 보냄</translation>
    </message>
    <message>
        <source>the client sends as %1</source>
        <translation>클라이언트가 %1(으)로 보냄</translation>
    </message>
    <message>
        <source>While the client still tries, &quot;pipeglass explain --pid PID&quot; shows which address it tries.</source>
        <translation>클라이언트가 계속 시도하는 동안 &quot;pipeglass explain --pid PID&quot;가 시도하는 주소를 표시합니다.</translation>
    </message>
    <message numerus="yes">
        <source>The runtime of %1 is asked through %2 for the events of its sockets, for at most %n second(s). The program goes on meanwhile, and nothing stays attached to it.</source>
        <translation>
            <numerusform>%1의 런타임에 %2을(를) 통해 소켓 이벤트를 최대 %n초 동안 요청합니다. 그동안 프로그램은 계속 실행되며, 프로그램에 아무것도 연결된 채로 남지 않습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, %n번</numerusform>
        </translation>
    </message>
    <message>
        <source>No connect of %1 to a socket file failed in that time. If it tries more seldom, listen longer.</source>
        <translation>그 시간 동안 %1의 소켓 파일 연결이 실패하지 않았습니다. 더 드물게 시도한다면 더 오래 기다리십시오.</translation>
    </message>
</context>
<context>
    <name>pipeglass::engine::Session</name>
    <message>
        <source>no client is connected</source>
        <translation>연결된 클라이언트가 없습니다</translation>
    </message>
</context>
<context>
    <name>pipeglass::engine::Shaper</name>
    <message>
        <source>This message is not held any more.</source>
        <translation>이 메시지는 더 이상 보류되어 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::models::ConnectionListModel</name>
    <message>
        <source>closed</source>
        <translation>닫힘</translation>
    </message>
    <message>
        <source>open both ways</source>
        <translation>양방향 열림</translation>
    </message>
    <message>
        <source>they send no more</source>
        <translation>상대편이 보내기를 끝냄</translation>
    </message>
    <message>
        <source>we send no more</source>
        <translation>우리가 보내기를 끝냄</translation>
    </message>
    <message>
        <source>they read no more</source>
        <translation>상대편이 읽기를 끝냄</translation>
    </message>
    <message>
        <source>closed both ways</source>
        <translation>양방향 닫힘</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>연결 상태</translation>
    </message>
    <message>
        <source>the client sends no more</source>
        <translation>클라이언트가 보내기를 끝냄</translation>
    </message>
    <message>
        <source>the server reads no more</source>
        <translation>서버가 읽기를 끝냄</translation>
    </message>
    <message>
        <source>the server sends no more</source>
        <translation>서버가 보내기를 끝냄</translation>
    </message>
    <message>
        <source>the client reads no more</source>
        <translation>클라이언트가 읽기를 끝냄</translation>
    </message>
</context>
<context>
    <name>pipeglass::models::ConversationModel</name>
    <message>
        <source>server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>#%1 %2</source>
        <translation>#%1 %2</translation>
    </message>
    <message>
        <source>• event</source>
        <translation>• 이벤트</translation>
    </message>
    <message>
        <source>→ sent</source>
        <translation>→ 보냄</translation>
    </message>
    <message>
        <source>← received</source>
        <translation>← 받음</translation>
    </message>
    <message>
        <source>← server</source>
        <translation>← 서버</translation>
    </message>
    <message>
        <source>%1, marked</source>
        <translation>%1, 표시됨</translation>
    </message>
    <message>
        <source>%1, note: %2</source>
        <translation>%1, 메모: %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>상대</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Answer after</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>(cannot be read)</source>
        <translation>(읽을 수 없음)</translation>
    </message>
    <message>
        <source>(empty message)</source>
        <translation>(빈 메시지)</translation>
    </message>
    <message>
        <source>malformed: %1</source>
        <translation>형식 오류: %1</translation>
    </message>
    <message>
        <source>client →</source>
        <translation>클라이언트 →</translation>
    </message>
</context>
<context>
    <name>pipeglass::models::DecodedModel</name>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>값 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
</context>
<context>
    <name>pipeglass::models::DifferencesModel</name>
    <message>
        <source>client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>+ not recorded</source>
        <translation>+ 기록되지 않음</translation>
    </message>
    <message>
        <source>− missing</source>
        <translation>− 없음</translation>
    </message>
    <message>
        <source>≠ different</source>
        <translation>≠ 다름</translation>
    </message>
    <message>
        <source>Message %1 of &quot;pipeglass read&quot;, which does not number events</source>
        <translation>&quot;pipeglass read&quot;의 메시지 %1(이벤트에는 번호를 매기지 않음)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>From</source>
        <translation>보낸 쪽</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>기록됨</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
</context>
<context>
    <name>pipeglass::models::FindingListModel</name>
    <message>
        <source>Pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>문제</translation>
    </message>
</context>
<context>
    <name>pipeglass::models::HeldListModel</name>
    <message>
        <source>client #%1</source>
        <translation>클라이언트 #%1</translation>
    </message>
    <message>
        <source>server #%1</source>
        <translation>서버 #%1</translation>
    </message>
    <message>
        <source>(delayed) %1</source>
        <translation>(지연됨) %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>보낸 쪽</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Held message</source>
        <translation>보류된 메시지</translation>
    </message>
</context>
<context>
    <name>pipeglass::models::PipeConnectionsModel</name>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>client has ended</source>
        <translation>클라이언트 종료됨</translation>
    </message>
    <message>
        <source>all read</source>
        <translation>모두 읽음</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>not visible</source>
        <translation>보이지 않음</translation>
    </message>
    <message>
        <source>unknown program</source>
        <translation>알 수 없는 프로그램</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>종료됨</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Bytes sent by the client that the server has not read</source>
        <translation>클라이언트가 보냈지만 서버가 읽지 않은 바이트</translation>
    </message>
    <message>
        <source>Unread
by server</source>
        <translation>서버가
읽지 않음</translation>
    </message>
    <message>
        <source>Bytes sent by the server that the client has not read</source>
        <translation>서버가 보냈지만 클라이언트가 읽지 않은 바이트</translation>
    </message>
    <message>
        <source>Unread
by client</source>
        <translation>클라이언트가
읽지 않음</translation>
    </message>
    <message>
        <source>All read: nothing that was sent waits. Waiting: not accepted by the server yet</source>
        <translation>모두 읽음: 보낸 것이 모두 읽혔습니다. 대기: 서버가 아직 수락하지 않았습니다</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>The process that holds the other end</source>
        <translation>반대쪽 끝을 가진 프로세스</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>제공하는 프로세스</translation>
    </message>
</context>
<context>
    <name>pipeglass::models::ProcessTreeModel</name>
    <message>
        <source>unknown program</source>
        <translation>알 수 없는 프로그램</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1에 있음</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Pid</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::AccessHead</name>
    <message>
        <source>A new server creates another file; changes here do not apply to it. The permissions of this file say: %1</source>
        <translation>새 서버는 다른 파일을 만듭니다. 여기에서 변경한 내용은 그 파일에 적용되지 않습니다. 이 파일의 권한에 따르면: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>그리고 %n개 더</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipe(s)</source>
        <translation>
            <numerusform>파이프 %Ln개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::AccessPanel</name>
    <message>
        <source>Access pages</source>
        <translation>액세스 페이지</translation>
    </message>
    <message numerus="yes">
        <source>%1 was re-created, and the change applied again (%n time(s) so far).</source>
        <translation>
            <numerusform>%1이(가) 다시 만들어져 변경을 다시 적용했습니다(지금까지 %n번).</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a pipe on the left to see who can connect.</source>
        <translation>연결할 수 있는 사용자를 보려면 왼쪽에서 파이프를 선택하십시오.</translation>
    </message>
    <message>
        <source>Permissio&amp;ns</source>
        <translation>권한(&amp;N)</translation>
    </message>
    <message>
        <source>Wh&amp;y not?</source>
        <translation>안 되는 이유(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>유지(&amp;K)</translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation>내역(&amp;I)</translation>
    </message>
    <message>
        <source>This is not a socket, so nobody can connect to it.</source>
        <translation>소켓이 아니므로 아무도 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>The pipe was removed. It will be shown again when its name is back.</source>
        <translation>파이프가 제거되었습니다. 이름이 돌아오면 다시 표시됩니다.</translation>
    </message>
    <message>
        <source>Waiting for the administrator&apos;s password …</source>
        <translation>관리자 암호를 기다리는 중...</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo anyway</source>
        <translation>그래도 실행 취소(&amp;U)</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::AclEntries</name>
    <message>
        <source>cannot connect: masked</source>
        <translation>연결할 수 없음: 마스크됨</translation>
    </message>
    <message>
        <source>can connect</source>
        <translation>연결 가능</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>서로 다름</translation>
    </message>
    <message>
        <source>cannot connect</source>
        <translation>연결할 수 없음</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>추가(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>제거(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Lift the mask</source>
        <translation>마스크 해제(&amp;L)</translation>
    </message>
    <message>
        <source>Further users and groups</source>
        <translation>추가 사용자 및 그룹</translation>
    </message>
    <message>
        <source>Let the mask allow the rights of the group and of all entries</source>
        <translation>마스크가 그룹과 모든 항목의 권한을 허용하도록 하기</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Add a user or a group</source>
        <translation>사용자 또는 그룹 추가</translation>
    </message>
    <message>
        <source>Name of a user or group to add</source>
        <translation>추가할 사용자 또는 그룹의 이름</translation>
    </message>
    <message>
        <source>Name of the user or group to add</source>
        <translation>추가할 사용자 또는 그룹의 이름</translation>
    </message>
    <message>
        <source>Remove the chosen entry (Delete)</source>
        <translation>선택한 항목 제거(Delete)</translation>
    </message>
    <message>
        <source>The mask is empty: Linux ignores this list, and its users and groups count as others. A chmod that sets the group&apos;s digit to 0 does that.</source>
        <translation>마스크가 비어 있습니다. Linux가 이 목록을 무시하며, 목록의 사용자와 그룹은 기타 사용자로 취급됩니다. chmod로 그룹 숫자를 0으로 설정하면 이렇게 됩니다.</translation>
    </message>
    <message>
        <source>The mask limits the group and this list, and it has no write (w), which a chmod of the group&apos;s digit sets. So these entries have no effect.</source>
        <translation>마스크가 그룹과 이 목록을 제한하며, 마스크에 쓰기(w)가 없습니다. chmod의 그룹 숫자가 마스크를 정합니다. 따라서 이 항목들은 효과가 없습니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::CatalogService</name>
    <message>
        <source>an absolute path begins with &quot;/&quot;</source>
        <translation>절대 경로는 &quot;/&quot;로 시작합니다</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ChangePreview</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>+ gains: %1</source>
        <translation>+ 추가: %1</translation>
    </message>
    <message>
        <source>+ %1 gains: %2</source>
        <translation>+ %1에 추가: %2</translation>
    </message>
    <message numerus="yes">
        <source>+ %n pipe(s) gain: %1</source>
        <translation>
            <numerusform>+ 파이프 %n개에 추가: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>− loses: %1</source>
        <translation>− 제외: %1</translation>
    </message>
    <message>
        <source>− %1 loses: %2</source>
        <translation>− %1에서 제외: %2</translation>
    </message>
    <message numerus="yes">
        <source>− %n pipe(s) lose: %1</source>
        <translation>
            <numerusform>− 파이프 %n개에서 제외: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more; the button copies all</source>
        <translation>
            <numerusform>... 그리고 %n개 더. 단추는 모두 복사합니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ColourRulesDialog</name>
    <message>
        <source>Colour rules</source>
        <translation>색 규칙</translation>
    </message>
    <message>
        <source>The first expression that matches a message gives the colour of its row. Expressions are those of the filter.</source>
        <translation>메시지와 일치하는 첫 번째 식이 행의 색을 정합니다. 식은 필터의 식과 같습니다.</translation>
    </message>
    <message>
        <source>&amp;Add a rule</source>
        <translation>규칙 추가(&amp;A)</translation>
    </message>
    <message>
        <source>Colour of the row</source>
        <translation>행의 색</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>식</translation>
    </message>
    <message>
        <source>Expression, such as malformed or text contains &quot;error&quot;</source>
        <translation>식, 예: malformed 또는 text contains &quot;error&quot;</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 이동</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>규칙 제거</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::CommandField</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>명령 복사</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::CommandPalette</name>
    <message>
        <source>Nothing has a name like this.</source>
        <translation>이와 같은 이름이 없습니다.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Command, pipe, program, recording or help topic …</source>
        <translation>명령, 파이프, 프로그램, 기록 또는 도움말 항목...</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>명령 찾기</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>일치하는 명령</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::CompareDialog</name>
    <message>
        <source>Comparing …</source>
        <translation>비교 중...</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>이전 차이(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>다음 차이(&amp;N)</translation>
    </message>
    <message>
        <source>Compare messages</source>
        <translation>메시지 비교</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Shift+F8</source>
        <translation>Shift+F8</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>값(&amp;V)</translation>
    </message>
    <message>
        <source>These are the first values; there are more.</source>
        <translation>처음 값들만 표시했으며, 더 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>줄(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Bytes</source>
        <translation>바이트(&amp;B)</translation>
    </message>
    <message>
        <source>The messages are equal, %1.</source>
        <translation>메시지가 같습니다, %1.</translation>
    </message>
    <message>
        <source>%1 on the left, %2 on the right.</source>
        <translation>왼쪽 %1, 오른쪽 %2.</translation>
    </message>
    <message>
        <source>The values are equal; only their order or blanks differ.</source>
        <translation>값이 같습니다. 순서 또는 공백만 다릅니다.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::CompareModel</name>
    <message>
        <source>(the whole)</source>
        <translation>(전체)</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ComposeBar</name>
    <message>
        <source>&amp;To:</source>
        <translation>받는 쪽(&amp;T):</translation>
    </message>
    <message>
        <source>To which side of the connection</source>
        <translation>연결의 어느 쪽에 보낼지</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>받는 쪽</translation>
    </message>
    <message>
        <source>Format of the message</source>
        <translation>메시지의 형식</translation>
    </message>
    <message>
        <source>Text is sent as UTF-8; hex as bytes.</source>
        <translation>텍스트는 UTF-8로, 16진수는 바이트로 보냅니다.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>Message to send</source>
        <translation>보낼 메시지</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>보내기(&amp;S)</translation>
    </message>
    <message>
        <source>Send the message (Enter)</source>
        <translation>메시지 보내기(Enter)</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1(사라짐)</translation>
    </message>
    <message>
        <source>The recipient has disconnected. Choose another one in &quot;To&quot;.</source>
        <translation>받는 쪽의 연결이 끊어졌습니다. &quot;받는 쪽&quot;에서 다른 것을 선택하십시오.</translation>
    </message>
    <message>
        <source>This is not valid hex: enter two digits (0-9, a-f) for each byte, such as &quot;05 00 7f&quot;.</source>
        <translation>올바른 16진수가 아닙니다. &quot;05 00 7f&quot;와 같이 바이트마다 두 자리(0-9, a-f)를 입력하십시오.</translation>
    </message>
    <message>
        <source>Bytes as hex: 74 65 73 74 32</source>
        <translation>16진수로 된 바이트: 74 65 73 74 32</translation>
    </message>
    <message>
        <source>Type a message, press Enter to send it</source>
        <translation>메시지를 입력하고 Enter 키를 누르면 보냅니다</translation>
    </message>
    <message>
        <source>Edit as…</source>
        <translation>다른 형식으로 편집...</translation>
    </message>
    <message>
        <source>Write the message as text, hex, or the values of a format (Ctrl+Shift+E)</source>
        <translation>메시지를 텍스트, 16진수 또는 형식의 값으로 쓰기(Ctrl+Shift+E)</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ConnectionTable</name>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ConnectsDialog</name>
    <message>
        <source>&amp;Listen</source>
        <translation>듣기(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the pipe</source>
        <translation>파이프로 이동</translation>
    </message>
    <message>
        <source>Why can&apos;t it connect?</source>
        <translation>연결할 수 없는 이유</translation>
    </message>
    <message>
        <source>Looking for the runtime of process %1…</source>
        <translation>프로세스 %1의 런타임을 찾는 중...</translation>
    </message>
    <message>
        <source>Addresses that it tries</source>
        <translation>시도하는 주소</translation>
    </message>
    <message>
        <source>The addresses that it tried and could not connect to, the most frequent first</source>
        <translation>시도했지만 연결할 수 없었던 주소, 가장 잦은 것부터</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>듣는 중</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>중지(&amp;S)</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ConversationPanel</name>
    <message>
        <source>&amp;Leave</source>
        <translation>끝내기(&amp;L)</translation>
    </message>
    <message>
        <source>Give the name of the pipe back to its server; connections go on until they end</source>
        <translation>파이프의 이름을 서버에 돌려줍니다. 연결은 끝날 때까지 계속됩니다</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>중지(&amp;O)</translation>
    </message>
    <message>
        <source>Ask the program to end (SIGTERM)</source>
        <translation>프로그램에 종료 요청(SIGTERM)</translation>
    </message>
    <message>
        <source>End sending</source>
        <translation>보내기 끝내기</translation>
    </message>
    <message>
        <source>End our direction of the connection: the other side is notified, and can still reply</source>
        <translation>연결에서 우리 쪽 방향을 끝냅니다. 상대편에 알려지며, 상대편은 계속 응답할 수 있습니다</translation>
    </message>
    <message>
        <source>Connected clients</source>
        <translation>연결된 클라이언트</translation>
    </message>
    <message>
        <source>No client is connected.</source>
        <translation>연결된 클라이언트가 없습니다.</translation>
    </message>
    <message>
        <source>After that nothing more can be sent. The other side is notified, and can still reply.</source>
        <translation>이후에는 더 이상 보낼 수 없습니다. 상대편에 알려지며, 상대편은 계속 응답할 수 있습니다.</translation>
    </message>
    <message>
        <source>Cut connection #%1? Its client and the server see it end at once.</source>
        <translation>연결 #%1을(를) 끊으시겠습니까? 클라이언트와 서버에서 즉시 끝납니다.</translation>
    </message>
    <message numerus="yes">
        <source>Cut all %n connection(s)? Clients and server see them end at once.</source>
        <translation>
            <numerusform>연결 %n개를 모두 끊으시겠습니까? 클라이언트와 서버에서 즉시 끝납니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>끊기</translation>
    </message>
    <message>
        <source>The recording has reached its limit: sending and receiving are paused. File &gt; Preferences &gt; Recordings has other choices.</source>
        <translation>기록이 한도에 도달하여 보내기와 받기가 일시 중지되었습니다. 파일 &gt; 기본 설정 &gt; 기록에서 다르게 선택할 수 있습니다.</translation>
    </message>
    <message>
        <source>Delete the oldest messages</source>
        <translation>가장 오래된 메시지 삭제</translation>
    </message>
    <message>
        <source>The disk is full: sending and receiving are paused until messages can be recorded.</source>
        <translation>디스크가 가득 찼습니다. 메시지를 기록할 수 있을 때까지 보내기와 받기가 일시 중지됩니다.</translation>
    </message>
    <message>
        <source>Continue without recording</source>
        <translation>기록하지 않고 계속</translation>
    </message>
    <message>
        <source>Show raw bytes</source>
        <translation>원시 바이트 표시</translation>
    </message>
    <message>
        <source>all connections</source>
        <translation>모든 연결</translation>
    </message>
    <message>
        <source>all clients</source>
        <translation>모든 클라이언트</translation>
    </message>
    <message>
        <source>&amp;Disconnect this client</source>
        <translation>이 클라이언트 연결 끊기(&amp;D)</translation>
    </message>
    <message>
        <source>the tap has ended</source>
        <translation>가로채기가 끝남</translation>
    </message>
    <message numerus="yes">
        <source>left; %n connection(s) still relayed</source>
        <translation>
            <numerusform>가로채기를 끝냄, 연결 %n개 아직 중계 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tap between %1 and %n client(s)</source>
        <translation>
            <numerusform>%1과(와) 클라이언트 %n개 사이에서 가로채는 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n earlier client(s) not shown</source>
        <translation>
            <numerusform>, 이전 클라이언트 %n개 표시하지 않음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n connection(s) missed</source>
        <translation>
            <numerusform>, 연결 %n개 놓침</numerusform>
        </translation>
    </message>
    <message>
        <source>; clients paused</source>
        <translation>, 클라이언트 일시 중지됨</translation>
    </message>
    <message>
        <source>; server paused</source>
        <translation>, 서버 일시 중지됨</translation>
    </message>
    <message>
        <source>closed: the pipe was removed</source>
        <translation>닫힘: 파이프가 제거되었습니다</translation>
    </message>
    <message>
        <source>the connection has ended</source>
        <translation>연결이 끝났습니다</translation>
    </message>
    <message numerus="yes">
        <source>we are the server, %n client(s) connected</source>
        <translation>
            <numerusform>우리가 서버, 클라이언트 %n개 연결됨</numerusform>
        </translation>
    </message>
    <message>
        <source>connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>we are a client of %1, %2</source>
        <translation>우리가 %1의 클라이언트, %2</translation>
    </message>
    <message>
        <source>The conversation has ended; nothing more can be sent.</source>
        <translation>대화가 끝나 더 이상 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>Sending was ended.</source>
        <translation>보내기를 끝냈습니다.</translation>
    </message>
    <message>
        <source>The other side reads no more.</source>
        <translation>상대편이 더 이상 읽지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln message(s) not recorded</source>
        <translation>
            <numerusform>%1, 메시지 %Ln개 기록하지 못함</numerusform>
        </translation>
    </message>
    <message>
        <source>The other side has gone. Attach again to send.</source>
        <translation>상대편이 사라졌습니다. 보내려면 다시 접속하십시오.</translation>
    </message>
    <message>
        <source>%1 By its bytes it is %2 (%3).</source>
        <translation>%1 바이트로 보면 %2입니다(%3).</translation>
    </message>
    <message>
        <source>Cut as %1</source>
        <translation>%1(으)로 나누기</translation>
    </message>
    <message>
        <source>Send again edited</source>
        <translation>편집하여 다시 보내기</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ConversationTable</name>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ConversationTabs</name>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Recording
%1</source>
        <translation>기록
%1</translation>
    </message>
    <message>
        <source>Conversations of
%1</source>
        <translation>다음의 대화
%1</translation>
    </message>
    <message>
        <source>Conversation on
%1</source>
        <translation>다음에서의 대화
%1</translation>
    </message>
    <message>
        <source>End this conversation (Ctrl+W)</source>
        <translation>이 대화 끝내기(Ctrl+W)</translation>
    </message>
    <message>
        <source>End this conversation</source>
        <translation>이 대화 끝내기</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 실행</translation>
    </message>
    <message>
        <source>Replay %1</source>
        <translation>%1 재생</translation>
    </message>
    <message>
        <source>Tap %1</source>
        <translation>%1 가로채기</translation>
    </message>
    <message>
        <source>Host %1</source>
        <translation>%1 호스팅</translation>
    </message>
    <message>
        <source>%1 (ended)</source>
        <translation>%1(끝남)</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ConversationViews</name>
    <message>
        <source>&amp;Compare</source>
        <translation>비교(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Replay…</source>
        <translation>재생(&amp;R)...</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>시퀀스</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>전송률</translation>
    </message>
    <message>
        <source>View of the conversation</source>
        <translation>대화 보기</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>재생...</translation>
    </message>
    <message>
        <source>Compare the two selected messages</source>
        <translation>선택한 두 메시지 비교</translation>
    </message>
    <message>
        <source>Play one side of this conversation again, and compare the answers</source>
        <translation>이 대화의 한쪽을 다시 재생하고 응답을 비교합니다</translation>
    </message>
    <message>
        <source>message %1, from the client</source>
        <translation>메시지 %1, 클라이언트가 보냄</translation>
    </message>
    <message>
        <source>message %1, from the server</source>
        <translation>메시지 %1, 서버가 보냄</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Differences (%1)</source>
        <translation>차이(%1)</translation>
    </message>
    <message>
        <source>Differences to the recording</source>
        <translation>기록과의 차이</translation>
    </message>
    <message>
        <source>No differences.
Answers that are not as recorded appear here.</source>
        <translation>차이가 없습니다.
기록과 다른 응답이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>nothing was recorded</source>
        <translation>아무것도 기록되지 않음</translation>
    </message>
    <message>
        <source>message %1 as recorded</source>
        <translation>기록된 메시지 %1</translation>
    </message>
    <message>
        <source>nothing came</source>
        <translation>아무것도 오지 않음</translation>
    </message>
    <message>
        <source>message %1 of the replay</source>
        <translation>재생의 메시지 %1</translation>
    </message>
    <message>
        <source>There are no messages yet</source>
        <translation>아직 메시지가 없습니다</translation>
    </message>
    <message>
        <source>Select two messages first</source>
        <translation>먼저 메시지 두 개를 선택하십시오</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::DecodedView</name>
    <message>
        <source>Values of the message</source>
        <translation>메시지의 값</translation>
    </message>
    <message>
        <source>No format was recognized. See the bytes in hex.</source>
        <translation>형식을 인식하지 못했습니다. 바이트를 16진수로 보십시오.</translation>
    </message>
    <message>
        <source>Bytes of the chosen value</source>
        <translation>선택한 값의 바이트</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>값 복사(&amp;V)</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>경로 복사(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation>모두 펼치기(&amp;E)</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::DeletionNotice</name>
    <message>
        <source>Copy the line</source>
        <translation>줄 복사</translation>
    </message>
    <message>
        <source>Copy the line that excludes this file</source>
        <translation>이 파일을 제외하는 줄 복사</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>규칙: %1</translation>
    </message>
    <message>
        <source>To keep it, add this line to %1:</source>
        <translation>유지하려면 이 줄을 %1에 추가하십시오:</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::Demo</name>
    <message>
        <source>Host it</source>
        <translation>호스팅하기</translation>
    </message>
    <message>
        <source>Attach to it</source>
        <translation>접속하기</translation>
    </message>
    <message>
        <source>Send &quot;test2&quot;</source>
        <translation>&quot;test2&quot; 보내기</translation>
    </message>
    <message>
        <source>the pipe was removed.</source>
        <translation>파이프가 제거되었습니다.</translation>
    </message>
    <message>
        <source>The demonstration cannot continue: %1</source>
        <translation>데모를 계속할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>A .NET program creates a pipe with new NamedPipeServerStream(&quot;pipe_test1&quot;). On Linux that is a socket file in the directory for temporary files. Pipeglass can act as such a server: it will host a pipe that replies to every message with &quot;Echo: &quot; and the message.</source>
        <translation>.NET 프로그램은 new NamedPipeServerStream(&quot;pipe_test1&quot;)으로 파이프를 만듭니다. Linux에서 이는 임시 파일 디렉터리에 있는 소켓 파일입니다. Pipeglass는 그러한 서버 역할을 할 수 있습니다. 모든 메시지에 &quot;Echo: &quot;와 그 메시지로 응답하는 파이프를 호스팅합니다.</translation>
    </message>
    <message>
        <source>Creating the pipe …</source>
        <translation>파이프를 만드는 중...</translation>
    </message>
    <message>
        <source>The list on the left shows it: %1 is listening, and its server is this program. The right side shows who can connect, and why. A .NET client could connect now; instead, Pipeglass will attach to it as a client.</source>
        <translation>왼쪽 목록에 나타납니다. %1이(가) 수신 대기 중이며 서버는 이 프로그램입니다. 오른쪽은 누가 왜 연결할 수 있는지 보여 줍니다. 이제 .NET 클라이언트가 연결할 수 있지만, 대신 Pipeglass가 클라이언트로 접속합니다.</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>연결하는 중...</translation>
    </message>
    <message>
        <source>Below is the conversation with the pipe: sent and received messages with their times. Messages are entered in the field at the bottom; the framing adds the length before each, as int32.</source>
        <translation>아래는 파이프와의 대화입니다. 보내고 받은 메시지와 시각이 있습니다. 메시지는 맨 아래 필드에 입력합니다. 프레이밍은 각 메시지 앞에 길이를 int32로 추가합니다.</translation>
    </message>
    <message>
        <source>Sending &quot;test2&quot; …</source>
        <translation>&quot;test2&quot; 보내는 중...</translation>
    </message>
    <message>
        <source>&quot;test2&quot; was sent (→), and &quot;Echo: test2&quot; was received (←). The selected message is shown below, as text and hex. Send more messages, look at the server&apos;s side in the other tab, or close both tabs, which removes the pipe.</source>
        <translation>&quot;test2&quot;를 보냈고(→) &quot;Echo: test2&quot;를 받았습니다(←). 선택한 메시지는 아래에 텍스트와 16진수로 표시됩니다. 메시지를 더 보내거나, 다른 탭에서 서버 쪽을 보거나, 두 탭을 닫으십시오. 그러면 파이프가 제거됩니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::DemoBar</name>
    <message>
        <source>End</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>End the demonstration; its conversations stay open</source>
        <translation>데모를 끝냅니다. 대화는 열린 채로 남습니다</translation>
    </message>
    <message>
        <source>Demonstration, step %1 of %2</source>
        <translation>데모, %2단계 중 %1단계</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::DemoRun</name>
    <message>
        <source>it did not finish within a minute.</source>
        <translation>1분 안에 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>the picture could not be written to &quot;%1&quot;.</source>
        <translation>그림을 &quot;%1&quot;에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The pipes of this machine:
</source>
        <translation>이 컴퓨터의 파이프:
</translation>
    </message>
    <message>
        <source>The conversation with %1:
</source>
        <translation>%1과(와)의 대화:
</translation>
    </message>
    <message>
        <source>The picture of the window: %1
</source>
        <translation>창의 그림: %1
</translation>
    </message>
    <message>
        <source>pipeglass-gui: the demonstration failed: %1
</source>
        <translation>pipeglass-gui: 데모가 실패했습니다: %1
</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::DirectionsDialog</name>
    <message>
        <source>Framing of each direction</source>
        <translation>방향별 프레이밍</translation>
    </message>
    <message>
        <source>From the &amp;client:</source>
        <translation>클라이언트가 보낸 것(&amp;C):</translation>
    </message>
    <message>
        <source>From the &amp;server:</source>
        <translation>서버가 보낸 것(&amp;S):</translation>
    </message>
    <message>
        <source>No bytes yet to guess it from.</source>
        <translation>추측에 사용할 바이트가 아직 없습니다.</translation>
    </message>
    <message>
        <source>Guess: %1 (%2)</source>
        <translation>추측: %1(%2)</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::DirectoriesDialog</name>
    <message>
        <source>Directories</source>
        <translation>디렉터리</translation>
    </message>
    <message>
        <source>Pipeglass lists $TMPDIR, /tmp, and directories in which a server is found. Add directories to see stale files elsewhere.</source>
        <translation>Pipeglass는 $TMPDIR, /tmp, 서버가 발견된 디렉터리를 나열합니다. 다른 곳의 버려진 파일을 보려면 디렉터리를 추가하십시오.</translation>
    </message>
    <message>
        <source>Added directories</source>
        <translation>추가한 디렉터리</translation>
    </message>
    <message>
        <source>Absolute path of a directory</source>
        <translation>디렉터리의 절대 경로</translation>
    </message>
    <message>
        <source>Absolute path of a directory to add</source>
        <translation>추가할 디렉터리의 절대 경로</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>찾아보기(&amp;B)...</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>추가(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>제거(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Add a directory</source>
        <translation>디렉터리 추가</translation>
    </message>
    <message>
        <source>an absolute path begins with &quot;/&quot;</source>
        <translation>절대 경로는 &quot;/&quot;로 시작합니다</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::EditDialog</name>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>Format of the message</source>
        <translation>메시지의 형식</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>This is not valid hex: enter two digits (0-9, a-f) for each byte, such as &quot;05 00 7f&quot;.</source>
        <translation>올바른 16진수가 아닙니다. &quot;05 00 7f&quot;와 같이 바이트마다 두 자리(0-9, a-f)를 입력하십시오.</translation>
    </message>
    <message>
        <source>These bytes are not text that can be edited without changing them.</source>
        <translation>이 바이트는 바꾸지 않고 편집할 수 있는 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>Format %1</source>
        <translation>%1 형식</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>메시지 편집</translation>
    </message>
    <message>
        <source>&amp;Edit as:</source>
        <translation>편집 형식(&amp;E):</translation>
    </message>
    <message>
        <source>These bytes are not a message of %1.</source>
        <translation>이 바이트는 %1의 메시지가 아닙니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ElidedLabel</name>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ExplainDialog</name>
    <message>
        <source>Go to the pipe</source>
        <translation>파이프로 이동</translation>
    </message>
    <message>
        <source>Explain an error</source>
        <translation>오류 설명</translation>
    </message>
    <message>
        <source>Text of the error</source>
        <translation>오류의 텍스트</translation>
    </message>
    <message>
        <source>Paste the text of a .NET exception, with or without its stack trace, or a log.</source>
        <translation>.NET 예외의 텍스트(스택 추적은 있어도 없어도 됨) 또는 로그를 붙여 넣으십시오.</translation>
    </message>
    <message>
        <source>This text has no known exception of a .NET pipe.</source>
        <translation>이 텍스트에는 알려진 .NET 파이프 예외가 없습니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ExplanationView</name>
    <message>
        <source>Meaning:</source>
        <translation>의미:</translation>
    </message>
    <message>
        <source>Pipe:</source>
        <translation>파이프:</translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation>해결 방법:</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FactsForm</name>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n개 연결됨</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown number connected</source>
        <translation>연결 수 알 수 없음</translation>
    </message>
    <message numerus="yes">
        <source>, %n waiting</source>
        <translation>
            <numerusform>, %n개 대기 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (backlog %n)</source>
        <translation>
            <numerusform>(백로그 %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, shown as raw bytes</source>
        <translation>%1, 원시 바이트로 표시</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>서버:</translation>
    </message>
    <message>
        <source>Clients:</source>
        <translation>클라이언트:</translation>
    </message>
    <message>
        <source>Protocol:</source>
        <translation>프로토콜:</translation>
    </message>
    <message>
        <source>Namespace:</source>
        <translation>네임스페이스:</translation>
    </message>
    <message>
        <source>Owner:</source>
        <translation>소유자:</translation>
    </message>
    <message>
        <source>Mode:</source>
        <translation>모드:</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>유형:</translation>
    </message>
    <message>
        <source>Modified:</source>
        <translation>수정한 시각:</translation>
    </message>
    <message>
        <source>Changed:</source>
        <translation>변경한 시각:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>파일:</translation>
    </message>
    <message>
        <source>History:</source>
        <translation>내역:</translation>
    </message>
    <message>
        <source>Anonymous pipes:</source>
        <translation>익명 파이프:</translation>
    </message>
    <message>
        <source>%1 (%2), group %3 (%4)</source>
        <translation>%1(%2), 그룹 %3(%4)</translation>
    </message>
    <message>
        <source>device %1:%2, inode %3</source>
        <translation>장치 %1:%2, inode %3</translation>
    </message>
    <message>
        <source>removed; it was %1</source>
        <translation>제거됨. 이전 값: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>그리고 %n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>Pipes without a name between the server and its parent or children: writers → readers</source>
        <translation>서버와 그 부모 또는 자식 사이의 이름 없는 파이프: 쓰는 쪽 → 읽는 쪽</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FavouriteActions</name>
    <message>
        <source>No conversation with a message field is open</source>
        <translation>메시지 필드가 있는 대화가 열려 있지 않습니다</translation>
    </message>
    <message>
        <source>&amp;Add the message in the field…</source>
        <translation>필드의 메시지 추가(&amp;A)...</translation>
    </message>
    <message>
        <source>Write a message first</source>
        <translation>먼저 메시지를 쓰십시오</translation>
    </message>
    <message>
        <source>Save the message with a name, to be sent again</source>
        <translation>다시 보낼 수 있도록 메시지를 이름과 함께 저장</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>제거(&amp;R)</translation>
    </message>
    <message>
        <source>Add a favourite message</source>
        <translation>즐겨찾는 메시지 추가</translation>
    </message>
    <message>
        <source>Name of the message; one with the same name is replaced:</source>
        <translation>메시지의 이름(같은 이름의 메시지는 바뀜):</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FileActions</name>
    <message>
        <source>Open recordings</source>
        <translation>기록 열기</translation>
    </message>
    <message>
        <source>Recordings (*.pcapng *.ntar)</source>
        <translation>기록(*.pcapng *.ntar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일(*)</translation>
    </message>
    <message>
        <source>This file is not there any more</source>
        <translation>이 파일은 더 이상 없습니다</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>목록 지우기(&amp;C)</translation>
    </message>
    <message>
        <source>Conversations that were not saved:</source>
        <translation>저장하지 않은 대화:</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln message(s) to &quot;%1&quot;.</source>
        <translation>
            <numerusform>메시지 %Ln개를 &quot;%1&quot;에 저장했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>A conversation that was not saved</source>
        <translation>저장하지 않은 대화</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FilterBar</name>
    <message>
        <source>Filter, such as from == server and text contains &quot;error&quot;</source>
        <translation>필터, 예: from == server and text contains &quot;error&quot;</translation>
    </message>
    <message>
        <source>Filter the messages</source>
        <translation>메시지 필터링</translation>
    </message>
    <message>
        <source>Saved and recent filters</source>
        <translation>저장한 필터와 최근 필터</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop looking for messages that match</source>
        <translation>일치하는 메시지 찾기 중지</translation>
    </message>
    <message>
        <source>Show the earlier messages again</source>
        <translation>이전 메시지 다시 표시</translation>
    </message>
    <message>
        <source>Pause the view: new messages are recorded, and shown when it goes on</source>
        <translation>보기를 일시 중지합니다. 새 메시지는 기록되며, 계속하면 표시됩니다</translation>
    </message>
    <message>
        <source>Pause the view</source>
        <translation>보기 일시 중지</translation>
    </message>
    <message>
        <source>Clear the view: show new messages only; the recording keeps all</source>
        <translation>보기를 지우고 새 메시지만 표시합니다. 기록에는 모두 남습니다</translation>
    </message>
    <message>
        <source>Clear the view</source>
        <translation>보기 지우기</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>이 필터 저장(&amp;S)...</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>저장됨</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>제거(&amp;R)</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>필터 저장</translation>
    </message>
    <message>
        <source>Name of the filter:</source>
        <translation>필터의 이름:</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FilterField</name>
    <message>
        <source>Clear the filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FindBar</name>
    <message>
        <source>Find, such as text contains &quot;error&quot; or malformed</source>
        <translation>찾기, 예: text contains &quot;error&quot; 또는 malformed</translation>
    </message>
    <message>
        <source>Find a message</source>
        <translation>메시지 찾기</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>이전 찾기</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>이전 일치 항목(Shift+F3)</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>다음 찾기</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>다음 일치 항목(F3)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>찾기 닫기</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>찾기 닫기(Esc)</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FirstActions</name>
    <message>
        <source>TMPDIR is too long for the path of a pipe</source>
        <translation>TMPDIR이 너무 길어 파이프의 경로로 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>No file can be created in &quot;%1&quot;: %2</source>
        <translation>&quot;%1&quot;에 파일을 만들 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>기록 열기...</translation>
    </message>
    <message>
        <source>The kernel, or a sandbox, does not let calls be intercepted</source>
        <translation>커널 또는 샌드박스가 호출 가로채기를 허용하지 않습니다</translation>
    </message>
    <message>
        <source>Start a program, and show what is said at its pipes from the first byte</source>
        <translation>프로그램을 시작하고, 그 파이프의 대화를 첫 바이트부터 표시</translation>
    </message>
    <message>
        <source>Host a pipe that answers each message with &quot;Echo: &quot; and the message</source>
        <translation>각 메시지에 &quot;Echo: &quot;와 그 메시지로 응답하는 파이프 호스팅</translation>
    </message>
    <message>
        <source>Host a pipe, attach to it and send a message, step by step</source>
        <translation>파이프를 호스팅하고 접속하여 메시지를 보내는 과정을 단계별로 표시</translation>
    </message>
    <message>
        <source>The window was started with --dir, so the pipe of the demonstration would not be listed</source>
        <translation>창이 --dir로 시작되어 데모의 파이프가 나열되지 않습니다</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FirstPage</name>
    <message>
        <source>Recent recordings</source>
        <translation>최근 기록</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FormatDialog</name>
    <message>
        <source>Format of messages</source>
        <translation>메시지의 형식</translation>
    </message>
    <message>
        <source>&amp;Use for this conversation</source>
        <translation>이 대화에 사용(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Start from:</source>
        <translation>시작할 형식(&amp;S):</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)...</translation>
    </message>
    <message>
        <source>S&amp;ave…</source>
        <translation>저장(&amp;A)...</translation>
    </message>
    <message>
        <source>The language is described in pipeglass-formats(5).</source>
        <translation>언어는 pipeglass-formats(5)에 설명되어 있습니다.</translation>
    </message>
    <message>
        <source>Text of the format</source>
        <translation>형식의 텍스트</translation>
    </message>
    <message>
        <source>Go to the error</source>
        <translation>오류로 이동</translation>
    </message>
    <message>
        <source>Messages that the format would make</source>
        <translation>이 형식으로 만들어질 메시지</translation>
    </message>
    <message>
        <source>From</source>
        <translation>보낸 쪽</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>프레이밍</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>페이로드</translation>
    </message>
    <message>
        <source>No bytes yet, or the format has an error.</source>
        <translation>아직 바이트가 없거나 형식에 오류가 있습니다.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1행 %2열: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of the client</source>
        <translation>
            <numerusform>클라이언트 메시지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the server</source>
        <translation>
            <numerusform>서버 메시지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n malformed</source>
        <translation>
            <numerusform>형식 오류 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 incomplete</source>
        <translation>불완전 %1</translation>
    </message>
    <message>
        <source>only the first are shown</source>
        <translation>처음 메시지만 표시됨</translation>
    </message>
    <message>
        <source>The format describes no messages, so values are recognized.</source>
        <translation>이 형식은 메시지를 기술하지 않으므로 값을 인식하여 표시합니다.</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>불완전: %1</translation>
    </message>
    <message>
        <source>malformed: %1</source>
        <translation>형식 오류: %1</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Open a format</source>
        <translation>형식 열기</translation>
    </message>
    <message>
        <source>format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Save the format</source>
        <translation>형식 저장</translation>
    </message>
    <message>
        <source>Formats (*.pgf);;All files (*)</source>
        <translation>형식(*.pgf);;모든 파일(*)</translation>
    </message>
    <message>
        <source>a format file has at most %1 bytes</source>
        <translation>형식 파일은 최대 %1바이트입니다</translation>
    </message>
    <message>
        <source>Saved. It is in the menus of framings.</source>
        <translation>저장했습니다. 프레이밍 메뉴에 있습니다.</translation>
    </message>
    <message>
        <source>Saved. Only formats in %1 are in the menus of framings.</source>
        <translation>저장했습니다. %1에 있는 형식만 프레이밍 메뉴에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FramingBox</name>
    <message>
        <source>Framing</source>
        <translation>프레이밍</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FramingButton</name>
    <message>
        <source>&amp;All framings</source>
        <translation>모든 프레이밍(&amp;A)</translation>
    </message>
    <message>
        <source>By the bytes seen so far, %1 is more likely: %2</source>
        <translation>지금까지의 바이트로 보면 %1일 가능성이 더 높습니다: %2</translation>
    </message>
    <message>
        <source>Guessed for the client: %1 (%2)</source>
        <translation>클라이언트에 대한 추측: %1(%2)</translation>
    </message>
    <message>
        <source>Guessed for the server: %1 (%2)</source>
        <translation>서버에 대한 추측: %1(%2)</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>framings of client and server</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 (guessed)</source>
        <translation>%1(추측)</translation>
    </message>
    <message>
        <source>Framing: %1</source>
        <translation>프레이밍: %1</translation>
    </message>
    <message>
        <source>From the client: %1
From the server: %2</source>
        <translation>클라이언트가 보낸 것: %1
서버가 보낸 것: %2</translation>
    </message>
    <message>
        <source>No bytes yet to guess the framing from</source>
        <translation>프레이밍을 추측할 바이트가 아직 없음</translation>
    </message>
    <message>
        <source>Fits the bytes seen so far:</source>
        <translation>지금까지의 바이트에 맞음:</translation>
    </message>
    <message>
        <source>&amp;Guess automatically</source>
        <translation>자동으로 추측(&amp;G)</translation>
    </message>
    <message>
        <source>Each direction of each connection, from its first bytes</source>
        <translation>각 연결의 방향마다, 첫 바이트로 추측</translation>
    </message>
    <message>
        <source>&amp;Each direction…</source>
        <translation>방향별로 선택(&amp;E)...</translation>
    </message>
    <message>
        <source>Edit a &amp;format…</source>
        <translation>형식 편집(&amp;F)...</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::HeldPanel</name>
    <message>
        <source>Held messages</source>
        <translation>보류된 메시지</translation>
    </message>
    <message>
        <source>No message is held.</source>
        <translation>보류된 메시지가 없습니다.</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Seconds to delay by</source>
        <translation>지연할 초</translation>
    </message>
    <message>
        <source>Send on</source>
        <translation>전달</translation>
    </message>
    <message>
        <source>Send the selected messages on</source>
        <translation>선택한 메시지 전달</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Do not send the selected messages on (Delete)</source>
        <translation>선택한 메시지를 전달하지 않음(Delete)</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>편집...</translation>
    </message>
    <message>
        <source>Change the message (Enter)</source>
        <translation>메시지 변경(Enter)</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Hold a copy behind each selected message</source>
        <translation>선택한 메시지마다 뒤에 복사본을 보류</translation>
    </message>
    <message>
        <source>Delay by</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Send the selected messages on after this time</source>
        <translation>선택한 메시지를 이 시간 후에 전달</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::HelpActions</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::HexView</name>
    <message>
        <source>Message as hex</source>
        <translation>16진수로 된 메시지</translation>
    </message>
    <message>
        <source>Copy as &amp;hex</source>
        <translation>16진수로 복사(&amp;H)</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>텍스트로 복사(&amp;T)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
    <message>
        <source>No bytes</source>
        <translation>바이트 없음</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::HistoryPage</name>
    <message>
        <source>undone</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>유지됨</translation>
    </message>
    <message>
        <source>no longer kept</source>
        <translation>더 이상 유지하지 않음</translation>
    </message>
    <message numerus="yes">
        <source>%1, applied again %n time(s)</source>
        <translation>
            <numerusform>%1, %n번 다시 적용</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo this ch&amp;ange</source>
        <translation>이 변경 실행 취소(&amp;A)</translation>
    </message>
    <message>
        <source>Changes, newest first</source>
        <translation>변경 내역, 최신순</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Restore mode, ACL, owner and group from before this change</source>
        <translation>이 변경 이전의 모드, ACL, 소유자, 그룹 복원</translation>
    </message>
    <message>
        <source>No changes yet.
Changes are listed here and can be undone.</source>
        <translation>아직 변경한 것이 없습니다.
변경은 여기에 나열되며 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::HostDialog</name>
    <message>
        <source>Host a pipe</source>
        <translation>파이프 호스팅</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>이름(&amp;N):</translation>
    </message>
    <message>
        <source>pipe_test1</source>
        <translation>pipe_test1</translation>
    </message>
    <message>
        <source>&amp;Mode:</source>
        <translation>모드(&amp;M):</translation>
    </message>
    <message>
        <source>&amp;Framing:</source>
        <translation>프레이밍(&amp;F):</translation>
    </message>
    <message>
        <source>Reply:</source>
        <translation>응답:</translation>
    </message>
    <message>
        <source>Echo &amp;with prefix:</source>
        <translation>접두사를 붙여 에코(&amp;W):</translation>
    </message>
    <message>
        <source>Prefix of the echo</source>
        <translation>에코의 접두사</translation>
    </message>
    <message>
        <source>By &amp;rules:</source>
        <translation>규칙에 따라(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Edit rules …</source>
        <translation>규칙 편집(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;Silent: reply by hand</source>
        <translation>응답 없음: 직접 응답(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>호스팅(&amp;H)</translation>
    </message>
    <message>
        <source>Invalid mode: enter up to four octal digits, such as 0600, 0660 or 0666.</source>
        <translation>잘못된 모드입니다. 0600, 0660, 0666과 같이 8진수를 네 자리까지 입력하십시오.</translation>
    </message>
    <message>
        <source>The name that a .NET program uses, or an absolute path.</source>
        <translation>.NET 프로그램이 사용하는 이름 또는 절대 경로입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>규칙 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>no rules yet</source>
        <translation>아직 규칙 없음</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is stale: its server has ended. Replace it?</source>
        <translation>&quot;%1&quot;은(는) 버려진 파일이며 서버가 종료되었습니다. 바꾸시겠습니까?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>모드</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::KeepPage</name>
    <message>
        <source>Stop keepin&amp;g</source>
        <translation>유지 중지(&amp;G)</translation>
    </message>
    <message>
        <source>How to make a change permanent</source>
        <translation>변경을 영구적으로 적용하는 방법</translation>
    </message>
    <message>
        <source>A server that re-creates its pipe sets its own mode. &quot;Keep this&quot; next to Apply applies a change again each time, as long as this window is open. To make it permanent, use one of these:</source>
        <translation>파이프를 다시 만드는 서버는 자신의 모드를 설정합니다. 적용 옆의 &quot;유지&quot;는 이 창이 열려 있는 동안 매번 변경을 다시 적용합니다. 영구적으로 적용하려면 다음 중 하나를 사용하십시오:</translation>
    </message>
    <message>
        <source>Kept now:</source>
        <translation>현재 유지 중:</translation>
    </message>
    <message>
        <source>Changes that are kept</source>
        <translation>유지 중인 변경</translation>
    </message>
    <message>
        <source>Choose one pipe to see suggestions for it.</source>
        <translation>제안을 보려면 파이프 하나를 선택하십시오.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>복사: %1</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::KeptActions</name>
    <message>
        <source>At the limit recording stops; the connections go on.</source>
        <translation>한도에 도달하면 기록을 멈춥니다. 연결은 계속됩니다.</translation>
    </message>
    <message>
        <source>At the limit sending and receiving pause until you decide.</source>
        <translation>한도에 도달하면 결정할 때까지 보내기와 받기를 일시 중지합니다.</translation>
    </message>
    <message>
        <source>At the limit the oldest messages are deleted.</source>
        <translation>한도에 도달하면 가장 오래된 메시지를 삭제합니다.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>and others</source>
        <translation>외</translation>
    </message>
    <message numerus="yes">
        <source>Pipeglass ended unexpectedly. It had recorded %n conversation(s), now in Open recent: %1</source>
        <translation>
            <numerusform>Pipeglass가 예기치 않게 종료되었습니다. 대화 %n개를 기록했으며, 이제 최근 기록 열기에 있습니다: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the last one</source>
        <translation>마지막 기록 열기</translation>
    </message>
    <message>
        <source>The recording of &quot;%1&quot; has reached 90 % of its limit of %2. %3</source>
        <translation>&quot;%1&quot;의 기록이 한도 %2의 90%에 도달했습니다. %3</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경...</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ListActions</name>
    <message>
        <source>Choose a stale pipe in the list first</source>
        <translation>먼저 목록에서 버려진 파이프를 선택하십시오</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a socket, so Pipeglass does not delete it</source>
        <translation>&quot;%1&quot;은(는) 소켓이 아니므로 Pipeglass가 삭제하지 않습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in another namespace: delete it from there</source>
        <translation>&quot;%1&quot;은(는) 다른 네임스페이스에 있습니다. 그곳에서 삭제하십시오</translation>
    </message>
    <message>
        <source>The file of &quot;%1&quot; was removed already</source>
        <translation>&quot;%1&quot;의 파일은 이미 제거되었습니다</translation>
    </message>
    <message>
        <source>Whether a process serves &quot;%1&quot; is unknown</source>
        <translation>&quot;%1&quot;을(를) 제공하는 프로세스가 있는지 알 수 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is alive: only stale files can be deleted</source>
        <translation>&quot;%1&quot;은(는) 살아 있습니다. 버려진 파일만 삭제할 수 있습니다</translation>
    </message>
    <message>
        <source>The window was started with --dir, so other directories are not listed</source>
        <translation>창이 --dir로 시작되어 다른 디렉터리는 나열하지 않습니다</translation>
    </message>
    <message>
        <source>&amp;Delete stale file…</source>
        <translation>버려진 파일 삭제(&amp;D)...</translation>
    </message>
    <message>
        <source>Delete the file whose server has ended (Del in the list)</source>
        <translation>서버가 종료된 파일 삭제(목록에서 Del)</translation>
    </message>
    <message>
        <source>Delete all my &amp;stale pipes…</source>
        <translation>내 버려진 파이프 모두 삭제(&amp;S)...</translation>
    </message>
    <message>
        <source>Delete all my &amp;stale pipes, filtered out or not (%1)…</source>
        <translation>필터와 관계없이 내 버려진 파이프 모두 삭제(%1)(&amp;S)...</translation>
    </message>
    <message>
        <source>Delete all my &amp;stale pipes (%1)…</source>
        <translation>내 버려진 파이프 모두 삭제(%1)(&amp;S)...</translation>
    </message>
    <message>
        <source>You have no stale pipes</source>
        <translation>내 버려진 파이프가 없습니다</translation>
    </message>
    <message>
        <source>Delete files of yours whose servers have ended, after a confirmation</source>
        <translation>확인한 다음, 서버가 종료된 내 파일을 삭제합니다</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %Ln stale file(s)…</source>
        <translation>
            <numerusform>버려진 파일 %Ln개 삭제(&amp;D)...</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be repaired: %2</source>
        <translation>&quot;%1&quot;을(를) 복구하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads to its server again: %2</source>
        <translation>&quot;%1&quot;이(가) 다시 그 서버를 가리킵니다: %2</translation>
    </message>
    <message>
        <source>The files that were left of &quot;%1&quot; were deleted: %2</source>
        <translation>&quot;%1&quot;에서 남은 파일을 삭제했습니다: %2</translation>
    </message>
    <message>
        <source>A tap had ended without leaving.</source>
        <translation>가로채기가 이름을 돌려주지 않고 종료되었습니다.</translation>
    </message>
    <message>
        <source>Choose a pipe in the list first</source>
        <translation>먼저 목록에서 파이프를 선택하십시오</translation>
    </message>
    <message>
        <source>Copy the chosen rows, tab-separated</source>
        <translation>선택한 행을 탭으로 구분하여 복사</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::MainWindow</name>
    <message>
        <source>Pipeglass</source>
        <translation>Pipeglass</translation>
    </message>
    <message>
        <source>Pipes</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>액세스</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 기록 열기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pipe</source>
        <translation>파이프(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>대화(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>표시(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>열(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>도구 모음</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)...</translation>
    </message>
    <message>
        <source>Open recordings: pcapng files of Pipeglass, or with exported PDUs of Wireshark</source>
        <translation>기록 열기: Pipeglass의 pcapng 파일 또는 Wireshark의 내보낸 PDU가 있는 파일</translation>
    </message>
    <message>
        <source>&amp;Save conversation as…</source>
        <translation>대화를 다른 이름으로 저장(&amp;S)...</translation>
    </message>
    <message>
        <source>Save the messages of the current tab to a file</source>
        <translation>현재 탭의 메시지를 파일로 저장</translation>
    </message>
    <message>
        <source>&amp;Attach</source>
        <translation>접속(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tap</source>
        <translation>가로채기(&amp;T)</translation>
    </message>
    <message>
        <source>H&amp;ost…</source>
        <translation>호스팅(&amp;O)...</translation>
    </message>
    <message>
        <source>Host a pipe as a server</source>
        <translation>서버로 파이프 호스팅</translation>
    </message>
    <message>
        <source>Start a pro&amp;gram…</source>
        <translation>프로그램 시작(&amp;G)...</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>시작...</translation>
    </message>
    <message>
        <source>Start a program, and show what is said at its pipes from the first byte</source>
        <translation>프로그램을 시작하고, 그 파이프의 대화를 첫 바이트부터 표시</translation>
    </message>
    <message>
        <source>A&amp;ccess…</source>
        <translation>액세스(&amp;C)...</translation>
    </message>
    <message>
        <source>Show or change who can connect to the chosen pipes</source>
        <translation>선택한 파이프에 연결할 수 있는 사용자를 표시하거나 변경</translation>
    </message>
    <message>
        <source>Paste an &amp;error…</source>
        <translation>오류 붙여넣기(&amp;E)...</translation>
    </message>
    <message>
        <source>Explain the text of a .NET exception: what it means, and what the pipe is like now</source>
        <translation>.NET 예외의 텍스트 설명: 무엇을 뜻하며 파이프가 지금 어떤 상태인지</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>이름 복사(&amp;N)</translation>
    </message>
    <message>
        <source>Copy the .NET name of the chosen pipe</source>
        <translation>선택한 파이프의 .NET 이름 복사</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>경로 복사(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the path of the chosen pipe</source>
        <translation>선택한 파이프의 경로 복사</translation>
    </message>
    <message>
        <source>Copy ro&amp;ws</source>
        <translation>행 복사(&amp;W)</translation>
    </message>
    <message>
        <source>Copy the chosen rows, tab-separated</source>
        <translation>선택한 행을 탭으로 구분하여 복사</translation>
    </message>
    <message>
        <source>&amp;Delete stale file…</source>
        <translation>버려진 파일 삭제(&amp;D)...</translation>
    </message>
    <message>
        <source>Delete all my &amp;stale pipes…</source>
        <translation>내 버려진 파이프 모두 삭제(&amp;S)...</translation>
    </message>
    <message>
        <source>.NET &amp;pipes (CoreFxPipe_*)</source>
        <translation>.NET 파이프(CoreFxPipe_*)(&amp;P)</translation>
    </message>
    <message>
        <source>List pipes of NamedPipeServerStream</source>
        <translation>NamedPipeServerStream의 파이프 나열</translation>
    </message>
    <message>
        <source>All &amp;known .NET endpoints</source>
        <translation>알려진 모든 .NET 엔드포인트(&amp;K)</translation>
    </message>
    <message>
        <source>Also list diagnostics sockets, debugger FIFOs, build servers and editors</source>
        <translation>진단 소켓, 디버거 FIFO, 빌드 서버, 편집기도 나열</translation>
    </message>
    <message>
        <source>&amp;All Unix sockets and FIFOs</source>
        <translation>모든 Unix 소켓과 FIFO(&amp;A)</translation>
    </message>
    <message>
        <source>List all Unix sockets that have a name, and FIFOs in their directories</source>
        <translation>이름이 있는 모든 Unix 소켓과 그 디렉터리의 FIFO 나열</translation>
    </message>
    <message>
        <source>Other &amp;namespaces (containers, services)</source>
        <translation>다른 네임스페이스(컨테이너, 서비스)(&amp;N)</translation>
    </message>
    <message>
        <source>Also list pipes in other mount namespaces; without root&apos;s rights only those of your own processes</source>
        <translation>다른 마운트 네임스페이스의 파이프도 나열. root의 권한이 없으면 자신의 프로세스의 것만</translation>
    </message>
    <message>
        <source>Show &amp;removed pipes</source>
        <translation>제거된 파이프 표시(&amp;R)</translation>
    </message>
    <message>
        <source>Keep pipes in the list that were removed while the window was open</source>
        <translation>창이 열려 있는 동안 제거된 파이프를 목록에 유지</translation>
    </message>
    <message>
        <source>&amp;Directories…</source>
        <translation>디렉터리(&amp;D)...</translation>
    </message>
    <message>
        <source>Additional directories to list</source>
        <translation>추가로 나열할 디렉터리</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>새로 고침(&amp;R)</translation>
    </message>
    <message>
        <source>Scan again now</source>
        <translation>지금 다시 검색</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Close conversation</source>
        <translation>대화 닫기(&amp;C)</translation>
    </message>
    <message>
        <source>End the current conversation</source>
        <translation>현재 대화 끝내기</translation>
    </message>
    <message>
        <source>&amp;Write a message</source>
        <translation>메시지 쓰기(&amp;W)</translation>
    </message>
    <message>
        <source>Go to the message field</source>
        <translation>메시지 필드로 이동</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>찾기(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the filter of the list or of the conversation that has the focus</source>
        <translation>포커스가 있는 목록 또는 대화의 필터로 이동</translation>
    </message>
    <message>
        <source>&amp;List of pipes</source>
        <translation>파이프 목록(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>목록으로 이동</translation>
    </message>
    <message>
        <source>&amp;Processes</source>
        <translation>프로세스(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the list of .NET processes</source>
        <translation>.NET 프로세스 목록으로 이동</translation>
    </message>
    <message>
        <source>Pro&amp;blems</source>
        <translation>문제(&amp;B)</translation>
    </message>
    <message>
        <source>Go to what is wrong with pipes</source>
        <translation>파이프의 문제로 이동</translation>
    </message>
    <message>
        <source>M&amp;aximise or restore this pane</source>
        <translation>이 창 최대화 또는 복원(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>레이아웃 초기화(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Demonstration</source>
        <translation>데모(&amp;D)</translation>
    </message>
    <message>
        <source>Host a pipe, attach to it and send a message, step by step</source>
        <translation>파이프를 호스팅하고 접속하여 메시지를 보내는 과정을 단계별로 표시</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>키보드 단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Pipeglass</source>
        <translation>Pipeglass 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Connecting to &quot;%1&quot; …</source>
        <translation>&quot;%1&quot;에 연결하는 중...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Tapping &quot;%1&quot; …</source>
        <translation>&quot;%1&quot;을(를) 가로채는 중...</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>이유 보기</translation>
    </message>
    <message>
        <source>Clients cannot connect any more: its name was removed, or leads to another pipe</source>
        <translation>클라이언트가 더 이상 연결할 수 없습니다. 이름이 제거되었거나 다른 파이프를 가리킵니다</translation>
    </message>
    <message>
        <source>Connect to the chosen pipe as a client (Enter in the list)</source>
        <translation>선택한 파이프에 클라이언트로 연결(목록에서 Enter)</translation>
    </message>
    <message>
        <source>Show what the clients and the server of the chosen pipe say to each other</source>
        <translation>선택한 파이프의 클라이언트와 서버가 주고받는 내용 표시</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>The chosen pipe</source>
        <translation>선택한 파이프</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>&amp;Favourite messages</source>
        <translation>즐겨찾는 메시지(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Host an echo pipe…</source>
        <translation>에코 파이프 호스팅(&amp;H)...</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>기본 설정(&amp;P)...</translation>
    </message>
    <message>
        <source>Colours, language, list, conversations and recordings</source>
        <translation>색, 언어, 목록, 대화, 기록</translation>
    </message>
    <message>
        <source>Comma&amp;nds…</source>
        <translation>명령(&amp;N)...</translation>
    </message>
    <message>
        <source>Find a command, pipe, program, recording or help topic by its name</source>
        <translation>이름으로 명령, 파이프, 프로그램, 기록 또는 도움말 항목 찾기</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>설명서(&amp;M)</translation>
    </message>
    <message>
        <source>Open the manual at the job that belongs to this place</source>
        <translation>이 위치에 해당하는 작업에서 설명서 열기</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>이것은 무엇입니까?(&amp;W)</translation>
    </message>
    <message>
        <source>Click a control afterwards to see what it is for</source>
        <translation>그런 다음 컨트롤을 클릭하면 용도를 볼 수 있습니다</translation>
    </message>
    <message>
        <source>&amp;Tour in five steps</source>
        <translation>5단계 둘러보기(&amp;T)</translation>
    </message>
    <message>
        <source>Choose a pipe in the list first</source>
        <translation>먼저 목록에서 파이프를 선택하십시오</translation>
    </message>
    <message>
        <source>The chosen file is not a socket</source>
        <translation>선택한 파일이 소켓이 아닙니다</translation>
    </message>
    <message>
        <source>The chosen pipe was removed</source>
        <translation>선택한 파이프가 제거되었습니다</translation>
    </message>
    <message>
        <source>An abstract socket has no file whose name could lead to a tap</source>
        <translation>추상 소켓에는 가로채기를 가리킬 수 있는 이름의 파일이 없습니다</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>열려 있는 대화가 없습니다</translation>
    </message>
    <message>
        <source>Wh&amp;y can&apos;t it connect?</source>
        <translation>연결할 수 없는 이유(&amp;Y)</translation>
    </message>
    <message>
        <source>Show the pipes</source>
        <translation>파이프 표시</translation>
    </message>
    <message>
        <source>Show the conversations</source>
        <translation>대화 표시</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::Manual</name>
    <message>
        <source>Manual</source>
        <translation>설명서</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Text of the topic</source>
        <translation>항목의 텍스트</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::MessageActions</name>
    <message>
        <source>&amp;Filter</source>
        <translation>필터(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the filter of the messages</source>
        <translation>메시지 필터로 이동</translation>
    </message>
    <message>
        <source>F&amp;ind…</source>
        <translation>찾기(&amp;I)...</translation>
    </message>
    <message>
        <source>Find a message that matches an expression</source>
        <translation>식과 일치하는 메시지 찾기</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>다음 찾기(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the next message that matches</source>
        <translation>일치하는 다음 메시지로 이동</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>이전 찾기(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the previous message that matches</source>
        <translation>일치하는 이전 메시지로 이동</translation>
    </message>
    <message>
        <source>&amp;Go to message…</source>
        <translation>메시지로 이동(&amp;G)...</translation>
    </message>
    <message>
        <source>Go to a message by its number</source>
        <translation>번호로 메시지로 이동</translation>
    </message>
    <message>
        <source>C&amp;opy text</source>
        <translation>텍스트 복사(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the selected messages as text</source>
        <translation>선택한 메시지를 텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>다른 형식으로 복사(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Hex</source>
        <translation>16진수(&amp;H)</translation>
    </message>
    <message>
        <source>Hex &amp;dump</source>
        <translation>16진수 덤프(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;C# array of bytes</source>
        <translation>C# 바이트 배열(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>JSON(&amp;J)</translation>
    </message>
    <message>
        <source>Command &amp;line (pipeglass send)</source>
        <translation>명령줄(pipeglass send)(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>다시 보내기(&amp;S)</translation>
    </message>
    <message>
        <source>Send the selected messages once more</source>
        <translation>선택한 메시지를 한 번 더 보내기</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>표시(&amp;M)</translation>
    </message>
    <message>
        <source>Mark the selected messages, or remove their marks</source>
        <translation>선택한 메시지를 표시하거나 표시 제거</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>메모(&amp;N)...</translation>
    </message>
    <message>
        <source>Write a note on the current message</source>
        <translation>현재 메시지에 메모 쓰기</translation>
    </message>
    <message>
        <source>N&amp;ext mark</source>
        <translation>다음 표시(&amp;E)</translation>
    </message>
    <message>
        <source>Go to the next message with a mark or note</source>
        <translation>표시 또는 메모가 있는 다음 메시지로 이동</translation>
    </message>
    <message>
        <source>P&amp;revious mark</source>
        <translation>이전 표시(&amp;R)</translation>
    </message>
    <message>
        <source>Go to the previous message with a mark or note</source>
        <translation>표시 또는 메모가 있는 이전 메시지로 이동</translation>
    </message>
    <message>
        <source>Pa&amp;use view</source>
        <translation>보기 일시 중지(&amp;U)</translation>
    </message>
    <message>
        <source>Show no new messages; they are recorded</source>
        <translation>새 메시지를 표시하지 않음. 기록은 계속됨</translation>
    </message>
    <message>
        <source>&amp;Clear view</source>
        <translation>보기 지우기(&amp;C)</translation>
    </message>
    <message>
        <source>Show new messages only; the recording keeps all</source>
        <translation>새 메시지만 표시. 기록에는 모두 남음</translation>
    </message>
    <message>
        <source>Co&amp;lour rules…</source>
        <translation>색 규칙(&amp;L)...</translation>
    </message>
    <message>
        <source>Give rows colours by expressions</source>
        <translation>식에 따라 행에 색 지정</translation>
    </message>
    <message>
        <source>Send again e&amp;dited…</source>
        <translation>편집하여 다시 보내기(&amp;D)...</translation>
    </message>
    <message>
        <source>Change the current message and send it</source>
        <translation>현재 메시지를 바꾸어 보냅니다</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::MessageBar</name>
    <message>
        <source>Don&apos;t show this a&amp;gain</source>
        <translation>다시 표시 안 함(&amp;G)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>닫기(Esc)</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>이 알림 닫기</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::MessageColumns</name>
    <message>
        <source>&amp;Time as</source>
        <translation>시각 표시 방식(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Add column…</source>
        <translation>열 추가(&amp;A)...</translation>
    </message>
    <message>
        <source>&amp;Remove column</source>
        <translation>열 제거(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Default columns</source>
        <translation>기본 열(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>현지 시각(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>UTC(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Seconds since the first message</source>
        <translation>첫 메시지부터의 초(&amp;S)</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>열 추가</translation>
    </message>
    <message>
        <source>Value of the decoded message, such as method, params[0].name or json.error.code:</source>
        <translation>디코딩된 메시지의 값, 예: method, params[0].name 또는 json.error.code:</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::MessageField</name>
    <message numerus="yes">
        <source>%Ln character(s): %1...</source>
        <translation>
            <numerusform>%Ln자: %1...</numerusform>
        </translation>
    </message>
    <message>
        <source>This text is too long to edit. Enter sends it completely, Esc discards it.</source>
        <translation>텍스트가 너무 길어 편집할 수 없습니다. Enter는 전체를 보내고, Esc는 버립니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::MessageFinding</name>
    <message>
        <source>from the other end</source>
        <translation>반대쪽 끝부터</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>일치 항목 없음</translation>
    </message>
    <message>
        <source>searched %1 %</source>
        <translation>%1% 검색함</translation>
    </message>
    <message>
        <source>Go to message</source>
        <translation>메시지로 이동</translation>
    </message>
    <message>
        <source>Number of the message, up to %1:</source>
        <translation>메시지의 번호, 최대 %1:</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::MessageView</name>
    <message>
        <source>Copy text</source>
        <translation>텍스트 복사</translation>
    </message>
    <message>
        <source>Copy the message as text</source>
        <translation>메시지를 텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy hex</source>
        <translation>16진수 복사</translation>
    </message>
    <message>
        <source>Copy the message as hex</source>
        <translation>메시지를 16진수로 복사</translation>
    </message>
    <message>
        <source>Save payload…</source>
        <translation>페이로드 저장...</translation>
    </message>
    <message>
        <source>Write the message without its framing to a file</source>
        <translation>프레이밍 없이 메시지를 파일에 쓰기</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Message as text</source>
        <translation>텍스트로 된 메시지</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>디코딩</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>No message selected</source>
        <translation>선택한 메시지 없음</translation>
    </message>
    <message>
        <source>Message %1: reading …</source>
        <translation>메시지 %1: 읽는 중...</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>from the client</source>
        <translation>클라이언트가 보냄</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>서버가 보냄</translation>
    </message>
    <message>
        <source>Message %1, %2: %3</source>
        <translation>메시지 %1, %2: %3</translation>
    </message>
    <message>
        <source> (%1 with framing)</source>
        <translation>(프레이밍 포함 %1)</translation>
    </message>
    <message>
        <source> · malformed: %1</source>
        <translation> · 형식 오류: %1</translation>
    </message>
    <message>
        <source> · the text shows the first %1</source>
        <translation> · 텍스트는 처음 %1만 표시</translation>
    </message>
    <message>
        <source> · answers message %1 (%2)</source>
        <translation> · 메시지 %1에 대한 응답(%2)</translation>
    </message>
    <message>
        <source>Save the payload</source>
        <translation>페이로드 저장</translation>
    </message>
    <message>
        <source>Protobuf types…</source>
        <translation>Protobuf 형식...</translation>
    </message>
    <message>
        <source>Protobuf: %1</source>
        <translation>Protobuf: %1</translation>
    </message>
    <message>
        <source>Choose the types of messages of protobuf, which give fields their names</source>
        <translation>필드의 이름을 알려 주는 protobuf 메시지 형식을 선택합니다</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::MessagesPane</name>
    <message>
        <source>Go to the newest message and follow (End)</source>
        <translation>가장 새로운 메시지로 이동하여 따라가기(End)</translation>
    </message>
    <message>
        <source>%1 found, %2 % searched</source>
        <translation>%1개 찾음, %2% 검색함</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Looking for messages that match …</source>
        <translation>일치하는 메시지를 찾는 중...</translation>
    </message>
    <message>
        <source>No message matches the filter.
Press Esc in the filter to clear it.</source>
        <translation>필터와 일치하는 메시지가 없습니다.
필터에서 Esc 키를 누르면 지워집니다.</translation>
    </message>
    <message>
        <source>The view was cleared. New messages appear here.</source>
        <translation>보기를 지웠습니다. 새 메시지가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Note on this message (kept in the recording):</source>
        <translation>이 메시지의 메모(기록에 저장됨):</translation>
    </message>
    <message numerus="yes">
        <source>paused, %Ln new</source>
        <translation>
            <numerusform>일시 중지됨, 새 메시지 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier</source>
        <translation>
            <numerusform>이전 메시지 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>새 메시지 %Ln개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::OverviewPanel</name>
    <message>
        <source>Choose a pipe on the left to see its server and who can connect, or host one.</source>
        <translation>서버와 연결할 수 있는 사용자를 보려면 왼쪽에서 파이프를 선택하거나, 파이프를 호스팅하십시오.</translation>
    </message>
    <message>
        <source>Details of the pipe</source>
        <translation>파이프의 세부 정보</translation>
    </message>
    <message>
        <source>&amp;Let others connect…</source>
        <translation>다른 사용자의 연결 허용(&amp;L)...</translation>
    </message>
    <message>
        <source>Shows the smallest change that helps, as a preview</source>
        <translation>도움이 되는 가장 작은 변경을 미리 보여 줍니다</translation>
    </message>
    <message>
        <source>Sho&amp;w unread bytes…</source>
        <translation>읽지 않은 바이트 표시(&amp;W)...</translation>
    </message>
    <message>
        <source>Shows the bytes that server and clients have not read, without taking them</source>
        <translation>서버와 클라이언트가 읽지 않은 바이트를 가져가지 않고 표시합니다</translation>
    </message>
    <message>
        <source>Selects the other pipe with this name in the list</source>
        <translation>목록에서 이 이름의 다른 파이프를 선택합니다</translation>
    </message>
    <message>
        <source>&amp;Delete stale file</source>
        <translation>버려진 파일 삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Deletes the file whose server has ended, after checking again</source>
        <translation>다시 확인한 다음, 서버가 종료된 파일을 삭제합니다</translation>
    </message>
    <message>
        <source>Co&amp;nnections</source>
        <translation>연결(&amp;N)</translation>
    </message>
    <message>
        <source>F&amp;raming:</source>
        <translation>프레이밍(&amp;R):</translation>
    </message>
    <message>
        <source> Process %1 has the name now.</source>
        <translation> 이제 프로세스 %1이(가) 이 이름을 가지고 있습니다.</translation>
    </message>
    <message>
        <source> It took the name over from process %1, which keeps its connected clients.</source>
        <translation> 프로세스 %1에서 이름을 차지했으며, 그 프로세스는 연결된 클라이언트를 유지합니다.</translation>
    </message>
    <message>
        <source> Process %1 taps it: clients connect to the tap, which passes everything on.</source>
        <translation> 프로세스 %1이(가) 가로채는 중입니다. 클라이언트는 가로채기에 연결되며, 가로채기가 모두 전달합니다.</translation>
    </message>
    <message>
        <source>%1 is not in the list with the current settings.</source>
        <translation>현재 설정에서는 %1이(가) 목록에 없습니다.</translation>
    </message>
    <message>
        <source>%1 was removed.
It will be shown again when its name is back.</source>
        <translation>%1이(가) 제거되었습니다.
이름이 돌아오면 다시 표시됩니다.</translation>
    </message>
    <message>
        <source>Show process %1&apos;s p&amp;ipe</source>
        <translation>프로세스 %1의 파이프 표시(&amp;I)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Attach anyway</source>
        <translation>그래도 접속</translation>
    </message>
    <message>
        <source>Attaching connects to &quot;%1&quot; as a client. A server with a single instance (usual in .NET) will serve Pipeglass, and its real client must wait until this conversation is closed.</source>
        <translation>접속하면 클라이언트로 &quot;%1&quot;에 연결합니다. 인스턴스가 하나인 서버(.NET에서 일반적)는 Pipeglass를 처리하게 되며, 실제 클라이언트는 이 대화가 닫힐 때까지 기다려야 합니다.</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>접속</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::OverviewStrip</name>
    <message>
        <source>Overview of the messages</source>
        <translation>메시지의 개요</translation>
    </message>
    <message>
        <source>Row %1 of %2, %3</source>
        <translation>%2행 중 %1행, %3</translation>
    </message>
    <message>
        <source>Traffic over &amp;time</source>
        <translation>시간별 전송량(&amp;T)</translation>
    </message>
    <message>
        <source>Traffic by &amp;position in the list</source>
        <translation>목록 위치별 전송량(&amp;P)</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::PaletteActions</name>
    <message>
        <source>%1, %2</source>
        <comment>menu, submenu</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>열려 있는 대화가 없습니다</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>지금은 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>%1 (on)</source>
        <translation>%1(켜짐)</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>Pipe of %1</source>
        <translation>%1의 파이프</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1(프로세스 %2)</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::PaneSplitter</name>
    <message>
        <source>Double click hides or shows the pane after this line</source>
        <translation>두 번 클릭하면 이 선 뒤의 창을 숨기거나 표시합니다</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::PeekDialog</name>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>The rest is shown in hex only.</source>
        <translation>나머지는 16진수로만 표시합니다.</translation>
    </message>
    <message>
        <source>Malformed message %1, %2:</source>
        <translation>형식이 잘못된 메시지 %1, %2:</translation>
    </message>
    <message>
        <source>Message %1, %2:</source>
        <translation>메시지 %1, %2:</translation>
    </message>
    <message>
        <source>Incomplete message, %1 so far:</source>
        <translation>불완전한 메시지, 지금까지 %1:</translation>
    </message>
    <message>
        <source>No unread bytes for the server.</source>
        <translation>서버가 읽지 않은 바이트가 없습니다.</translation>
    </message>
    <message>
        <source>No unread bytes for the client.</source>
        <translation>클라이언트가 읽지 않은 바이트가 없습니다.</translation>
    </message>
    <message>
        <source>Framing: %1</source>
        <translation>프레이밍: %1</translation>
    </message>
    <message>
        <source> · only the first %1 could be read</source>
        <translation> · 처음 %1만 읽을 수 있었음</translation>
    </message>
    <message>
        <source>Unread bytes of %1</source>
        <translation>%1의 읽지 않은 바이트</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>메시지(&amp;M)</translation>
    </message>
    <message>
        <source>He&amp;x</source>
        <translation>16진수(&amp;X)</translation>
    </message>
    <message>
        <source>Directions of the connections</source>
        <translation>연결의 방향</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>For</source>
        <translation>받는 쪽</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>Unread bytes as messages</source>
        <translation>메시지로 된 읽지 않은 바이트</translation>
    </message>
    <message>
        <source>Unread bytes in hex</source>
        <translation>16진수로 된 읽지 않은 바이트</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>새로 고침(&amp;R)</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>다시 읽기(F5)</translation>
    </message>
    <message>
        <source>Copy &amp;text</source>
        <translation>텍스트 복사(&amp;T)</translation>
    </message>
    <message>
        <source>Copy &amp;hex</source>
        <translation>16진수 복사(&amp;H)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>읽는 중...</translation>
    </message>
    <message>
        <source>No client is connected to this pipe.</source>
        <translation>이 파이프에 연결된 클라이언트가 없습니다.</translation>
    </message>
    <message>
        <source>Bytes that were sent but not read yet. They are not taken: server and client read the same bytes later.</source>
        <translation>보냈지만 아직 읽지 않은 바이트입니다. 가져가지 않으므로 서버와 클라이언트는 나중에 같은 바이트를 읽습니다.</translation>
    </message>
    <message>
        <source>server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Unread bytes</source>
        <translation>읽지 않은 바이트</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::PeopleTable</name>
    <message>
        <source>user</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>others</source>
        <translation>기타 사용자</translation>
    </message>
    <message>
        <source>owner&apos;s permission</source>
        <translation>소유자의 권한</translation>
    </message>
    <message>
        <source>group&apos;s permission</source>
        <translation>그룹의 권한</translation>
    </message>
    <message>
        <source>entry in the list</source>
        <translation>목록의 항목</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>마스크됨</translation>
    </message>
    <message>
        <source>others&apos; permission</source>
        <translation>기타 사용자의 권한</translation>
    </message>
    <message>
        <source>a directory above</source>
        <translation>상위 디렉터리</translation>
    </message>
    <message>
        <source>nobody listens</source>
        <translation>수신 대기 없음</translation>
    </message>
    <message>
        <source>the kernel&apos;s answer</source>
        <translation>커널의 응답</translation>
    </message>
    <message>
        <source>an abstract name</source>
        <translation>추상 이름</translation>
    </message>
    <message>
        <source>root always can</source>
        <translation>root는 항상 가능</translation>
    </message>
    <message>
        <source>Who can connect</source>
        <translation>연결할 수 있는 사용자</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Can connect</source>
        <translation>연결 가능</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>everyone else</source>
        <translation>그 밖의 모든 사용자</translation>
    </message>
    <message>
        <source>✓ yes</source>
        <translation>✓ 예</translation>
    </message>
    <message>
        <source>✗ no</source>
        <translation>✗ 아니요</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::PermissionEditor</name>
    <message>
        <source>O&amp;wner</source>
        <translation>소유자(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>그룹(&amp;G)</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>기타 사용자</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>추가 대상</translation>
    </message>
    <message>
        <source>everyone else</source>
        <translation>그 밖의 모든 사용자</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>마스크됨</translation>
    </message>
    <message>
        <source>%1 can connect</source>
        <translation>%1 연결 가능</translation>
    </message>
    <message>
        <source>Only owner</source>
        <translation>소유자만</translation>
    </message>
    <message>
        <source>Owner and group</source>
        <translation>소유자와 그룹</translation>
    </message>
    <message>
        <source>One more user…</source>
        <translation>사용자 한 명 더...</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>모든 사용자</translation>
    </message>
    <message>
        <source>M&amp;ode</source>
        <translation>모드(&amp;O)</translation>
    </message>
    <message>
        <source>Mode as octal digits</source>
        <translation>8진수로 된 모드</translation>
    </message>
    <message>
        <source>Mode as letters r, w and x</source>
        <translation>r, w, x 문자로 된 모드</translation>
    </message>
    <message>
        <source>Only w matters: read and execute have no effect on a socket.</source>
        <translation>w만 중요합니다. 읽기와 실행은 소켓에 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>Only root may change the owner.</source>
        <translation>root만 소유자를 변경할 수 있습니다.</translation>
    </message>
    <message>
        <source>Only root may change the owner; only the owner and root may change the group.</source>
        <translation>root만 소유자를 변경할 수 있고, 소유자와 root만 그룹을 변경할 수 있습니다.</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>서로 다름</translation>
    </message>
    <message>
        <source>can connect</source>
        <translation>연결 가능</translation>
    </message>
    <message>
        <source>cannot connect</source>
        <translation>연결할 수 없음</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::PermissionsPage</name>
    <message>
        <source>K&amp;eep this</source>
        <translation>유지(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation>되돌리기(&amp;R)</translation>
    </message>
    <message>
        <source>Apply it again when the server re-creates its pipe, as long as this window is open</source>
        <translation>이 창이 열려 있는 동안, 서버가 파이프를 다시 만들면 다시 적용합니다</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Can connect now</source>
        <translation>현재 연결 가능</translation>
    </message>
    <message>
        <source>Can connect</source>
        <translation>연결 가능</translation>
    </message>
    <message>
        <source>&amp;Apply as administrator…</source>
        <translation>관리자로 적용(&amp;A)...</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>적용(&amp;A)</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::PipeDrawing</name>
    <message>
        <source>Clients, pipe and server</source>
        <translation>클라이언트, 파이프, 서버</translation>
    </message>
    <message>
        <source>pid </source>
        <translation>pid </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::PipesPanel</name>
    <message>
        <source>What to list</source>
        <translation>나열할 대상</translation>
    </message>
    <message>
        <source>Filter: name, owner, program, state …</source>
        <translation>필터: 이름, 소유자, 프로그램, 상태...</translation>
    </message>
    <message>
        <source>Filter the pipes</source>
        <translation>파이프 필터링</translation>
    </message>
    <message>
        <source>Pipes</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>Process %1 no longer serves a pipe with this name.</source>
        <translation>프로세스 %1은(는) 더 이상 이 이름의 파이프를 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is shown on the right, but is not in the list with the current settings. The button &quot;Show&quot; lists more: other kinds, other namespaces, other directories.</source>
        <translation>&quot;%1&quot;은(는) 오른쪽에 표시되지만 현재 설정에서는 목록에 없습니다. &quot;표시&quot; 단추로 다른 종류, 다른 네임스페이스, 다른 디렉터리를 더 나열할 수 있습니다.</translation>
    </message>
    <message>
        <source>Scanning …</source>
        <translation>검색 중...</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>찾는 중...</translation>
    </message>
    <message>
        <source>No pipe matches the filter.
Press Esc in the filter to clear it.</source>
        <translation>필터와 일치하는 파이프가 없습니다.
필터에서 Esc 키를 누르면 지워집니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>기본 설정</translation>
    </message>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>데스크톱 설정 사용</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>색(&amp;C):</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정 사용</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>언어(&amp;L):</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>다른 언어는 다음에 시작할 때부터 사용됩니다.</translation>
    </message>
    <message>
        <source>&amp;New and removed pipes glow for a second</source>
        <translation>새 파이프와 제거된 파이프를 1초 동안 강조(&amp;N)</translation>
    </message>
    <message>
        <source>Before &amp;attaching, tell that the server may serve only one client</source>
        <translation>접속하기 전에, 서버가 클라이언트 하나만 처리할 수 있음을 알림(&amp;A)</translation>
    </message>
    <message>
        <source>List of pipes</source>
        <translation>파이프 목록</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>표시(&amp;S):</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>현지 시각</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Seconds since the first message</source>
        <translation>첫 메시지부터의 초</translation>
    </message>
    <message>
        <source>&amp;Times as:</source>
        <translation>시각 표시 방식(&amp;T):</translation>
    </message>
    <message>
        <source>The column Delta shows the time since the message before.</source>
        <translation>간격 열은 이전 메시지부터의 시간을 표시합니다.</translation>
    </message>
    <message>
        <source>Usual &amp;framing:</source>
        <translation>기본 프레이밍(&amp;F):</translation>
    </message>
    <message>
        <source>Dialogs and the overview begin with this framing; each conversation can have another.</source>
        <translation>대화 상자와 개요는 이 프레이밍으로 시작합니다. 대화마다 다른 프레이밍을 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Each conversation is recorded while it lasts, and kept for a while if it is not saved.</source>
        <translation>각 대화는 진행되는 동안 기록되며, 저장하지 않으면 한동안 보관됩니다.</translation>
    </message>
    <message>
        <source>&amp;Limit of each:</source>
        <translation>기록별 한도(&amp;L):</translation>
    </message>
    <message>
        <source>Delete the oldest messages</source>
        <translation>가장 오래된 메시지 삭제</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>기록 중지</translation>
    </message>
    <message>
        <source>Pause and ask</source>
        <translation>일시 중지하고 묻기</translation>
    </message>
    <message>
        <source>&amp;At the limit:</source>
        <translation>한도 도달 시(&amp;A):</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>변경(&amp;H)...</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>기본값(&amp;D)</translation>
    </message>
    <message>
        <source>Change the directory of recordings that are not saved</source>
        <translation>저장하지 않은 기록의 디렉터리 변경</translation>
    </message>
    <message>
        <source>Use the default directory of recordings that are not saved</source>
        <translation>저장하지 않은 기록에 기본 디렉터리 사용</translation>
    </message>
    <message>
        <source>Directory of recordings that are not saved</source>
        <translation>저장하지 않은 기록의 디렉터리</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>디렉터리:</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ProblemActions</name>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>문제(%1)</translation>
    </message>
    <message>
        <source>Choose a program on the page &quot;Processes&quot; first</source>
        <translation>먼저 &quot;프로세스&quot; 페이지에서 프로그램을 선택하십시오</translation>
    </message>
    <message>
        <source>Show which addresses the chosen .NET program tries to connect to, and why it fails</source>
        <translation>선택한 .NET 프로그램이 연결하려는 주소와 실패하는 이유 표시</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ProblemsPanel</name>
    <message>
        <source>Examining the pipes …</source>
        <translation>파이프를 검사하는 중...</translation>
    </message>
    <message>
        <source>Go to the pipe</source>
        <translation>파이프로 이동</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>No problem was found.</source>
        <translation>문제를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>다시 검사</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>문제 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; still looking …</source>
        <translation>%1, 아직 찾는 중...</translation>
    </message>
    <message>
        <source>Delete the file…</source>
        <translation>파일 삭제...</translation>
    </message>
    <message>
        <source>Show who can connect</source>
        <translation>연결할 수 있는 사용자 표시</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ProcessSheet</name>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>not found: not a .NET program, or native AOT</source>
        <translation>찾지 못함: .NET 프로그램이 아니거나 네이티브 AOT</translation>
    </message>
    <message>
        <source>unknown: another user&apos;s process</source>
        <translation>알 수 없음: 다른 사용자의 프로세스</translation>
    </message>
    <message>
        <source>self-contained, in %1</source>
        <translation>자체 포함, %1에 있음</translation>
    </message>
    <message>
        <source>.NET %1, in %2</source>
        <translation>.NET %1, %2에 있음</translation>
    </message>
    <message>
        <source>Command:</source>
        <translation>명령:</translation>
    </message>
    <message>
        <source>Program:</source>
        <translation>프로그램:</translation>
    </message>
    <message>
        <source>Runtime:</source>
        <translation>런타임:</translation>
    </message>
    <message>
        <source>TMPDIR:</source>
        <translation>TMPDIR:</translation>
    </message>
    <message>
        <source>Diagnostics:</source>
        <translation>진단:</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ProcessesPanel</name>
    <message>
        <source>Filter: program, pid, pipe, user …</source>
        <translation>필터: 프로그램, pid, 파이프, 사용자...</translation>
    </message>
    <message>
        <source>Filter the processes</source>
        <translation>프로세스 필터링</translation>
    </message>
    <message>
        <source>.NET processes and their pipes</source>
        <translation>.NET 프로세스와 파이프</translation>
    </message>
    <message>
        <source>Only root sees whether they are .NET programs, and their pipes</source>
        <translation>.NET 프로그램인지와 그 파이프는 root만 볼 수 있습니다</translation>
    </message>
    <message>
        <source>Process %1 is not among the .NET processes here.</source>
        <translation>프로세스 %1은(는) 여기의 .NET 프로세스에 없습니다.</translation>
    </message>
    <message>
        <source>Searching for .NET processes …</source>
        <translation>.NET 프로세스를 찾는 중...</translation>
    </message>
    <message>
        <source>No process matches the filter.
Press Esc in the filter to clear it.</source>
        <translation>필터와 일치하는 프로세스가 없습니다.
필터에서 Esc 키를 누르면 지워집니다.</translation>
    </message>
    <message>
        <source>No visible .NET processes.
Start a .NET program to see it here with its pipes.</source>
        <translation>보이는 .NET 프로세스가 없습니다.
.NET 프로그램을 시작하면 파이프와 함께 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>&amp;Show in the list of pipes</source>
        <translation>파이프 목록에 표시(&amp;S)</translation>
    </message>
    <message>
        <source>Copy &amp;name of the pipe</source>
        <translation>파이프의 이름 복사(&amp;N)</translation>
    </message>
    <message>
        <source>Copy &amp;path of the pipe</source>
        <translation>파이프의 경로 복사(&amp;P)</translation>
    </message>
    <message>
        <source>Copy pid of the &amp;other end (%1)</source>
        <translation>반대쪽 끝의 pid 복사(%1)(&amp;O)</translation>
    </message>
    <message>
        <source>Copy p&amp;id of the process (%1)</source>
        <translation>프로세스의 pid 복사(%1)(&amp;I)</translation>
    </message>
    <message>
        <source>Copy na&amp;me of the process</source>
        <translation>프로세스의 이름 복사(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Unfold all</source>
        <translation>모두 펼치기(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Fold all</source>
        <translation>모두 접기(&amp;F)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln process(es)</source>
        <translation>
            <numerusform>프로세스 %Ln개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::RateChart</name>
    <message>
        <source>Messages and bytes a second</source>
        <translation>초당 메시지와 바이트</translation>
    </message>
    <message>
        <source>%1, %2 s: %3; %4</source>
        <translation>%1, %2초: %3, %4</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>아직 메시지가 없습니다.</translation>
    </message>
    <message>
        <source>Client ▲  up to %1</source>
        <translation>클라이언트 ▲  최대 %1</translation>
    </message>
    <message>
        <source>Server ▼  up to %1</source>
        <translation>서버 ▼  최대 %1</translation>
    </message>
    <message numerus="yes">
        <source>client %Ln message(s), %1</source>
        <translation>
            <numerusform>클라이언트 메시지 %Ln개, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>server %Ln message(s), %1</source>
        <translation>
            <numerusform>서버 메시지 %Ln개, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::RatePanel</name>
    <message>
        <source>Messages a second</source>
        <translation>초당 메시지</translation>
    </message>
    <message>
        <source>Bytes a second</source>
        <translation>초당 바이트</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>차트에 표시할 내용</translation>
    </message>
    <message>
        <source>Left and Right choose a bar, + and - change its time, Enter goes to its first message.</source>
        <translation>←, →: 막대 선택. +, -: 시간 변경. Enter: 첫 메시지로 이동.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::Reattaching</name>
    <message>
        <source>Attach a&amp;gain</source>
        <translation>다시 접속(&amp;G)</translation>
    </message>
    <message>
        <source>Attach again b&amp;y itself</source>
        <translation>자동으로 다시 접속(&amp;Y)</translation>
    </message>
    <message>
        <source>Connect to the pipe of this name; the conversation and its recording go on</source>
        <translation>이 이름의 파이프에 연결합니다. 대화와 기록은 계속됩니다</translation>
    </message>
    <message>
        <source>Whenever the other side has gone: after half a second, then with growing pauses</source>
        <translation>상대편이 사라질 때마다: 0.5초 후, 그다음부터는 점점 긴 간격으로</translation>
    </message>
    <message>
        <source>The other side has gone.</source>
        <translation>상대편이 사라졌습니다.</translation>
    </message>
    <message>
        <source>Attaching …</source>
        <translation>접속하는 중...</translation>
    </message>
    <message>
        <source>Attaches again within %1 s.</source>
        <translation>%1초 이내에 다시 접속합니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::RelayBar</name>
    <message>
        <source>Pause clients</source>
        <translation>클라이언트 일시 중지</translation>
    </message>
    <message>
        <source>Pass nothing on that clients send, until unchecked</source>
        <translation>선택을 취소할 때까지 클라이언트가 보내는 것을 전달하지 않음</translation>
    </message>
    <message>
        <source>Pause server</source>
        <translation>서버 일시 중지</translation>
    </message>
    <message>
        <source>Pass nothing on that the server sends, until unchecked</source>
        <translation>선택을 취소할 때까지 서버가 보내는 것을 전달하지 않음</translation>
    </message>
    <message>
        <source>Hold messages</source>
        <translation>메시지 보류</translation>
    </message>
    <message>
        <source>Hold messages, to edit, drop or send them on one by one; when unchecked, all are sent on</source>
        <translation>메시지를 보류하여 하나씩 편집하거나 버리거나 전달합니다. 선택을 취소하면 모두 전달합니다</translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation>속도 늦추기</translation>
    </message>
    <message>
        <source>Limit the speed of all connections</source>
        <translation>모든 연결의 속도 제한</translation>
    </message>
    <message>
        <source>Cut …</source>
        <translation>끊기...</translation>
    </message>
    <message>
        <source>End the connection that is selected in the list of clients, or all</source>
        <translation>클라이언트 목록에서 선택한 연결 또는 모든 연결을 끝냅니다</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>양쪽</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Whose messages are held</source>
        <translation>어느 쪽의 메시지를 보류할지</translation>
    </message>
    <message>
        <source>Filter, such as text contains &quot;x&quot;; empty: all</source>
        <translation>필터, 예: text contains &quot;x&quot;. 비어 있으면 모두</translation>
    </message>
    <message>
        <source>Filter of the messages to hold</source>
        <translation>보류할 메시지의 필터</translation>
    </message>
    <message>
        <source>Let later messages pass</source>
        <translation>이후 메시지 통과</translation>
    </message>
    <message>
        <source>Otherwise later messages of that side wait behind a held one</source>
        <translation>선택하지 않으면 그쪽의 이후 메시지는 보류된 메시지 뒤에서 기다립니다</translation>
    </message>
    <message>
        <source>Bytes a second:</source>
        <translation>초당 바이트:</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Delay:</source>
        <translation>지연:</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Jitter:</source>
        <translation>지터:</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ReplayDialog</name>
    <message>
        <source>The &amp;client: connect to the pipe</source>
        <translation>클라이언트: 파이프에 연결(&amp;C)</translation>
    </message>
    <message>
        <source>The &amp;server: host the pipe and wait for clients</source>
        <translation>서버: 파이프를 호스팅하고 클라이언트 기다리기(&amp;S)</translation>
    </message>
    <message>
        <source>With the recorded &amp;pauses</source>
        <translation>기록된 간격대로(&amp;P)</translation>
    </message>
    <message>
        <source>As &amp;fast as answers come</source>
        <translation>응답이 오는 대로 빠르게(&amp;F)</translation>
    </message>
    <message>
        <source>Replay a conversation</source>
        <translation>대화 재생</translation>
    </message>
    <message>
        <source>Sends what one side of the conversation sent, and compares the answers with the recorded ones.</source>
        <translation>대화의 한쪽이 보낸 것을 보내고, 응답을 기록된 응답과 비교합니다.</translation>
    </message>
    <message>
        <source>reading the conversation …</source>
        <translation>대화를 읽는 중...</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>How much later than in the recording an answer may come</source>
        <translation>응답이 기록보다 얼마나 늦게 올 수 있는지</translation>
    </message>
    <message>
        <source>&amp;Replay</source>
        <translation>재생(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Name of the pipe:</source>
        <translation>파이프의 이름(&amp;N):</translation>
    </message>
    <message>
        <source>Play:</source>
        <translation>재생할 쪽:</translation>
    </message>
    <message>
        <source>Timing:</source>
        <translation>시간:</translation>
    </message>
    <message>
        <source>Connec&amp;tions:</source>
        <translation>연결(&amp;T):</translation>
    </message>
    <message>
        <source>Wait for an &amp;answer:</source>
        <translation>응답 기다리기(&amp;A):</translation>
    </message>
    <message numerus="yes">
        <source>all %n connection(s)</source>
        <translation>
            <numerusform>모든 연결(%n개)</numerusform>
        </translation>
    </message>
    <message>
        <source>only #%1</source>
        <translation>#%1만</translation>
    </message>
    <message>
        <source>The name that a .NET program uses, or an absolute path.</source>
        <translation>.NET 프로그램이 사용하는 이름 또는 절대 경로입니다.</translation>
    </message>
    <message>
        <source>There is nothing to replay: the conversation has no connection.</source>
        <translation>재생할 것이 없습니다. 대화에 연결이 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is stale: its server has ended. Replace it?</source>
        <translation>&quot;%1&quot;은(는) 버려진 파일이며 서버가 종료되었습니다. 바꾸시겠습니까?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::RuleDelegate</name>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::RuleModel</name>
    <message>
        <source>Rule %1: %2.</source>
        <translation>규칙 %1: %2.</translation>
    </message>
    <message>
        <source>any message</source>
        <translation>모든 메시지</translation>
    </message>
    <message>
        <source>text is</source>
        <translation>텍스트가 같음</translation>
    </message>
    <message>
        <source>matches regex</source>
        <translation>정규식과 일치</translation>
    </message>
    <message>
        <source>JSON field</source>
        <translation>JSON 필드</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>hex bytes</source>
        <translation>16진수 바이트</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>end sending</source>
        <translation>보내기 끝내기</translation>
    </message>
    <message>
        <source>close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>once</source>
        <translation>한 번</translation>
    </message>
    <message>
        <source>always</source>
        <translation>항상</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>패턴</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>응답 방식</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>한 번</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>Which messages the rule matches</source>
        <translation>규칙이 일치하는 메시지</translation>
    </message>
    <message>
        <source>The whole text, a Perl regular expression, or a condition such as method == &apos;ping&apos;</source>
        <translation>전체 텍스트, Perl 정규식 또는 method == &apos;ping&apos;과 같은 조건</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>보낼 내용</translation>
    </message>
    <message>
        <source>May contain {text}, {upper}, {lower}, {count}, {time}, {json.FIELD} and {hex:00 ff}</source>
        <translation>{text}, {upper}, {lower}, {count}, {time}, {json.FIELD}, {hex:00 ff}를 포함할 수 있음</translation>
    </message>
    <message>
        <source>From the message to the answer</source>
        <translation>메시지부터 응답까지</translation>
    </message>
    <message>
        <source>The rule matches one message only, over all clients</source>
        <translation>규칙이 모든 클라이언트에 걸쳐 메시지 하나와만 일치</translation>
    </message>
    <message>
        <source>What happens to the connection after the answer</source>
        <translation>응답 다음에 연결을 어떻게 할지</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::RulesButton</name>
    <message>
        <source>Rules …</source>
        <translation>규칙...</translation>
    </message>
    <message>
        <source>Answer messages by rules</source>
        <translation>규칙으로 메시지에 응답</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) answer messages; change them</source>
        <translation>
            <numerusform>규칙 %n개가 메시지에 응답합니다. 클릭하여 변경하십시오</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::RulesDialog</name>
    <message>
        <source>Rules for answers</source>
        <translation>응답 규칙</translation>
    </message>
    <message>
        <source>The first rule that matches a message answers it; a message that none matches is not answered. Double-click a cell, or press F2, to change it.</source>
        <translation>메시지와 일치하는 첫 번째 규칙이 응답합니다. 어느 것과도 일치하지 않는 메시지에는 응답하지 않습니다. 셀을 두 번 클릭하거나 F2 키를 눌러 변경하십시오.</translation>
    </message>
    <message>
        <source>&amp;Use these rules</source>
        <translation>이 규칙 사용(&amp;U)</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>No rules: messages are answered by hand. &quot;Add&quot; makes one, &quot;Open&quot; reads a file.</source>
        <translation>규칙이 없습니다. 메시지에 직접 응답합니다. &quot;추가&quot;는 규칙을 만들고 &quot;열기&quot;는 파일을 읽습니다.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>추가(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>제거(&amp;R)</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>위로 이동(&amp;P)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>아래로 이동(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>열기(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Save …</source>
        <translation>저장(&amp;S)...</translation>
    </message>
    <message>
        <source>Open rules</source>
        <translation>규칙 열기</translation>
    </message>
    <message>
        <source>Rules (*.toml);;All files (*)</source>
        <translation>규칙(*.toml);;모든 파일(*)</translation>
    </message>
    <message>
        <source>Save rules</source>
        <translation>규칙 저장</translation>
    </message>
    <message>
        <source>Saved as &quot;%1&quot;.</source>
        <translation>&quot;%1&quot;(으)로 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::SaveDialog</name>
    <message>
        <source>Recording (pcapng, also for Wireshark)</source>
        <translation>기록(pcapng, Wireshark에서도 사용 가능)</translation>
    </message>
    <message>
        <source>JSON Lines, one object for each message</source>
        <translation>JSON Lines, 메시지마다 객체 하나</translation>
    </message>
    <message>
        <source>Text, one line for each message</source>
        <translation>텍스트, 메시지마다 한 줄</translation>
    </message>
    <message>
        <source>Raw bytes, a file for each direction in a new directory</source>
        <translation>원시 바이트, 새 디렉터리에 방향마다 파일 하나</translation>
    </message>
    <message>
        <source>As the tab &amp;shows it, with its framing and filter</source>
        <translation>탭에 표시된 대로(프레이밍과 필터 포함)(&amp;S)</translation>
    </message>
    <message>
        <source>Save conversation</source>
        <translation>대화 저장</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>찾아보기(&amp;B)...</translation>
    </message>
    <message>
        <source>all messages, or for example: from == server and length &gt; 100</source>
        <translation>모든 메시지, 또는 예: from == server and length &gt; 100</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>형식(&amp;F):</translation>
    </message>
    <message>
        <source>F&amp;ile:</source>
        <translation>파일(&amp;I):</translation>
    </message>
    <message>
        <source>&amp;Only:</source>
        <translation>일부만(&amp;O):</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists already. Replace it?</source>
        <translation>&quot;%1&quot;이(가) 이미 있습니다. 바꾸시겠습니까?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::SequenceView</name>
    <message>
        <source>Client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Messages between client and server</source>
        <translation>클라이언트와 서버 사이의 메시지</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>아직 메시지가 없습니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::StaleDeletion</name>
    <message numerus="yes">
        <source>Each file is checked again first; one with a server is not deleted.</source>
        <translation>
            <numerusform>먼저 각 파일을 다시 확인하며, 서버가 있는 파일은 삭제하지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>소유자</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Delete stale files</source>
        <translation>버려진 파일 삭제</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n file(s)</source>
        <translation>
            <numerusform>파일 %n개 삭제(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting stale files: %1 of %2 …</source>
        <translation>버려진 파일을 삭제하는 중: %2개 중 %1개...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stopped; not examined: %1.</source>
        <translation>중지됨. 검사하지 않은 파일: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n left.</source>
        <translation>
            <numerusform>%n개 남음.</numerusform>
        </translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>자세히...</translation>
    </message>
    <message>
        <source>not examined</source>
        <translation>검사하지 않음</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>Results:</source>
        <translation>결과:</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Deleted stale files</source>
        <translation>삭제한 버려진 파일</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln stale file(s)?</source>
        <translation>
            <numerusform>버려진 파일 %Ln개를 삭제하시겠습니까?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stale file(s) deleted.</source>
        <translation>
            <numerusform>버려진 파일 %Ln개를 삭제했습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::StartDialog</name>
    <message>
        <source>Start a program</source>
        <translation>프로그램 시작</translation>
    </message>
    <message>
        <source>&amp;Command line:</source>
        <translation>명령줄(&amp;C):</translation>
    </message>
    <message>
        <source>The program and its arguments; put quotation marks around words with spaces. No shell: for one, enter sh -c &quot;...&quot;</source>
        <translation>프로그램과 인수입니다. 공백이 있는 단어는 따옴표로 묶으십시오. 셸을 사용하지 않습니다. 셸이 필요하면 sh -c &quot;...&quot;를 입력하십시오</translation>
    </message>
    <message>
        <source>Working &amp;directory:</source>
        <translation>작업 디렉터리(&amp;D):</translation>
    </message>
    <message>
        <source>the one of Pipeglass</source>
        <translation>Pipeglass의 작업 디렉터리</translation>
    </message>
    <message>
        <source>Choose a directory</source>
        <translation>디렉터리 선택</translation>
    </message>
    <message>
        <source>Choose the working directory</source>
        <translation>작업 디렉터리 선택</translation>
    </message>
    <message>
        <source>&amp;Environment:</source>
        <translation>환경(&amp;E):</translation>
    </message>
    <message>
        <source>NAME=value, one a line, in addition to that of Pipeglass</source>
        <translation>NAME=value, 한 줄에 하나. Pipeglass의 환경에 추가됨</translation>
    </message>
    <message>
        <source>&amp;Framing:</source>
        <translation>프레이밍(&amp;F):</translation>
    </message>
    <message>
        <source>Shows what is said at the pipes that the program and all its descendants make or connect to, directly in /tmp or in their TMPDIR. Not shown: other directories, .NET diagnostics, 32-bit programs, other users, containers. Set-uid programs such as sudo get no more rights. Its output goes where that of Pipeglass goes.</source>
        <translation>프로그램과 모든 하위 프로세스가 /tmp 또는 그 TMPDIR 바로 아래에 만들거나 연결하는 파이프의 대화를 표시합니다. 다른 디렉터리, .NET 진단, 32비트 프로그램, 다른 사용자, 컨테이너는 표시하지 않습니다. sudo와 같은 set-uid 프로그램은 추가 권한을 얻지 못합니다. 출력은 Pipeglass의 출력과 같은 곳으로 갑니다.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>for example: dotnet run --project &quot;My server&quot;</source>
        <translation>예: dotnet run --project &quot;My server&quot;</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>작업 디렉터리</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no variable: enter NAME=value, one a line.</source>
        <translation>&quot;%1&quot;은(는) 변수가 아닙니다. 한 줄에 하나씩 NAME=value를 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::TapLeaving</name>
    <message>
        <source>Leaving all taps: the names of the pipes lead to their servers again. Then the window closes, and with it the connections that are still relayed.</source>
        <translation>모든 가로채기를 끝냅니다. 파이프의 이름이 다시 서버로 이어집니다. 그런 다음 창과 아직 중계 중인 연결이 닫힙니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::Tour</name>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>This did not work: %1</source>
        <translation>실행하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>A .NET server creates a pipe with a name. Pipeglass can play that server: &quot;Host…&quot; creates a pipe that answers each message with an echo. Host one, or press Next.</source>
        <translation>.NET 서버는 이름이 있는 파이프를 만듭니다. Pipeglass는 그러한 서버 역할을 할 수 있습니다. &quot;호스팅...&quot;은 각 메시지에 에코로 응답하는 파이프를 만듭니다. 하나를 호스팅하거나 다음을 누르십시오.</translation>
    </message>
    <message>
        <source>The list shows all pipes of this machine. The new one, &quot;%1&quot;, is listening. Choose it, or press Next.</source>
        <translation>목록은 이 컴퓨터의 모든 파이프를 보여 줍니다. 새 파이프 &quot;%1&quot;이(가) 수신 대기 중입니다. 이 파이프를 선택하거나 다음을 누르십시오.</translation>
    </message>
    <message>
        <source>The overview shows its clients, its server, and who can connect. The tab &quot;Access&quot; next to it says why somebody cannot, and repairs it. Press Next when you have seen it.</source>
        <translation>개요는 클라이언트, 서버, 연결할 수 있는 사용자를 보여 줍니다. 옆의 &quot;액세스&quot; 탭은 연결할 수 없는 이유를 알려 주고 문제를 해결합니다. 확인했으면 다음을 누르십시오.</translation>
    </message>
    <message>
        <source>&quot;Attach&quot; connects to the chosen pipe as a client. Attach to it, or press Next.</source>
        <translation>&quot;접속&quot;은 선택한 파이프에 클라이언트로 연결합니다. 파이프에 접속하거나 다음을 누르십시오.</translation>
    </message>
    <message>
        <source>This is the conversation. Write a message here and press Enter, or press Next to send &quot;test2&quot;.</source>
        <translation>이것이 대화입니다. 여기에 메시지를 쓰고 Enter 키를 누르거나, 다음을 눌러 &quot;test2&quot;를 보내십시오.</translation>
    </message>
    <message>
        <source>Here are your message (→) and the answer (←). &quot;Tap&quot; shows the same between two other programs. F1 opens the manual at the place where you are.</source>
        <translation>보낸 메시지(→)와 응답(←)입니다. &quot;가로채기&quot;는 다른 두 프로그램 사이의 내용을 같은 방식으로 보여 줍니다. F1 키는 현재 위치에 해당하는 설명서를 엽니다.</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::TourActions</name>
    <message>
        <source>New here? A tour of five steps hosts a pipe, finds it in the list, attaches to it and sends a message.</source>
        <translation>처음이십니까? 5단계 둘러보기에서 파이프를 호스팅하고, 목록에서 찾고, 접속하여 메시지를 보냅니다.</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>둘러보기 시작</translation>
    </message>
    <message>
        <source>Host a pipe, find it, attach to it and send a message, in five steps</source>
        <translation>파이프 호스팅, 목록에서 찾기, 접속, 메시지 보내기를 5단계로 진행</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::TourBubble</name>
    <message>
        <source>End</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>End the tour (Esc); its conversations stay open</source>
        <translation>둘러보기를 끝냅니다(Esc). 대화는 열린 채로 남습니다</translation>
    </message>
    <message>
        <source>Tour, step %1 of %2</source>
        <translation>둘러보기, %2단계 중 %1단계</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::TypesDialog</name>
    <message>
        <source>Protobuf types</source>
        <translation>Protobuf 형식</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)...</translation>
    </message>
    <message>
        <source>Descriptor set:</source>
        <translation>디스크립터 집합:</translation>
    </message>
    <message>
        <source>From the &amp;client:</source>
        <translation>클라이언트에서(&amp;C):</translation>
    </message>
    <message>
        <source>From the &amp;server:</source>
        <translation>서버에서(&amp;S):</translation>
    </message>
    <message>
        <source>A descriptor set is made of .proto files by:
%1</source>
        <translation>디스크립터 집합은 .proto 파일에서 다음 명령으로 만듭니다:
%1</translation>
    </message>
    <message>
        <source>&amp;Without types</source>
        <translation>형식 없이(&amp;W)</translation>
    </message>
    <message>
        <source>Open a descriptor set</source>
        <translation>디스크립터 집합 열기</translation>
    </message>
    <message>
        <source>The type that fits best</source>
        <translation>가장 잘 맞는 형식</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ViewSettings</name>
    <message>
        <source>red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>주황</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>노랑</translation>
    </message>
    <message>
        <source>green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>보라</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>회색</translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::WhyPage</name>
    <message>
        <source>Show this chan&amp;ge</source>
        <translation>이 변경 표시(&amp;G)</translation>
    </message>
    <message>
        <source>Why can&apos;t this program c&amp;onnect?</source>
        <translation>이 프로그램이 연결할 수 없는 이유(&amp;O)</translation>
    </message>
    <message>
        <source>Filter: number, program, user</source>
        <translation>필터: 번호, 프로그램, 사용자</translation>
    </message>
    <message>
        <source>Filter the processes</source>
        <translation>프로세스 필터링</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>pid</source>
        <translation>pid</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Choose a process to see whether it can connect, and why not.</source>
        <translation>연결할 수 있는지와 그 이유를 보려면 프로세스를 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose one pipe to ask about it.</source>
        <translation>확인하려면 파이프 하나를 선택하십시오.</translation>
    </message>
    <message>
        <source>The smallest change that helps: %1 (gains: %2).
%3</source>
        <translation>도움이 되는 가장 작은 변경: %1(추가: %2).
%3</translation>
    </message>
</context>
</TS>
