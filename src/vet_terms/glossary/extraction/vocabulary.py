"""Chinese words by what they do in terms: too general to be one, empty at an end, governing, joining.

General words of official and school prose only; no name and no term of any one place is listed.
"""

from __future__ import annotations

from vet_terms.language.tables import listed

GENERIC = frozenset(
    listed(
        """
    情况 基础 优势 过程 方面 领域 方式 工作 水平 成果 作用 问题 原因 结果 目的 意义 特点 特征
    内容 部分 程度 范围 阶段 关系 条件 环境 现状 背景 趋势 方向 局面 格局 新格局 步伐 力度 契机
    机遇 挑战 要求 需要 形式 状态 效果 成效 成绩 经验 实际 现实 时期 时代 今后 目前 近年 年度
    期间 时间 地区 地方 全国 全区 国内 国外 国家 区域 单位 部门 机构 人员 人才 人民 群众 大家
    同志 领导 主管 数量 比例 总数 全部 个人 集体 社会 世界 全球 国际 海外 当地 现场 场地 大会
    会议 活动 行动 措施 举措 做法 任务 目标 思路 理念 模式 机制 体系 制度 标准 规格 结构 平台
    资源 项目 计划 方案 政策 战略 协议 建设 发展 改革 创新 研究 管理 服务 培训 教育 教学 学习
    交流 合作 协作 实践 探索 推广 推动 提升 提高 支持 支撑 保障 引领 示范 改造 调整 转化 转换
    认可 应用 开发 开放 输出 输入 学生 教师 老师 学员 学校 企业 公司 行业 产业 专业 课程 技术
    技能 能力 素质 知识 经济 市场 需求 就业 岗位 城市 农村 乡村 名片 精神 力量 动能 活力 潜力
    道路 之路 路径 坐标 大局 篇章 缩影 典范 标杆 事业 业务 事件 重点 核心 关键 主体 主题 总体
    整体 特色 针对性 积极性 重要性 可能性 称号 荣誉 代表 名单 数据 实力 指标 思维 节奏 动作 故事
    意识 责任感 思想 决策 部署 文化 历史 资格 权威 更多 批次 国 人 院 校 县 区 市 省 级 类 型 员
    期 年 月 日 方 面 上 下 中 内 外 前 后 国别 家 工业 政府 组织 协会 高校 院校 教学 教材 公寓
    车间 新时代 主要领导 高度评价
    """
    )
)
"""Words that are too general to be a term alone, or one that lives by the name before it."""
EMPTY_TAILS = frozenset(
    listed(
        """
    情况 基础 优势 过程 方面 领域 方式 作用 问题 原因 结果 目的 意义 特点 程度 范围 阶段 现状
    背景 趋势 方向 局面 步伐 力度 契机 机遇 挑战 效果 成效 成绩 成果 经验 实际 时期 期间 现场
    之路 水平 针对性 积极性 重要性 称号 荣誉 大局 篇章 缩影 典范 名单 节奏 动作 故事 格局 新格局
    等 单位 实践 工作 需要 贡献 缺口 作用 名片 全过程 需求 动能 活力 力量 长河 前列 底色 瓶颈 难题
    空白 全局 样本 样板 覆盖面 比例 契合度 视野 场景 支撑 潜力 举措 标杆 效益 行列 人物 认可 氛围
    """
    )
) - {"需求"}
"""Last words that only say that there is something: 职业教育|情况."""
EMPTY_HEADS = frozenset(
    listed(
        """
    基本 主要 重要 重大 全 一流 有关 相关 部分 全部 全面 许多 更多 更 各 该 本 新 大 小 多 一批 优秀
    先进典型 深度 总体 整体 不同 普遍 一定 良好 高度 积极 广泛 明显 显著 强大 充分 坚实 广阔
    下列 上述 以下 上列 具体 特定 适当 严重 整个 同级 下届 上届 本届 伟大 神圣 光荣 英勇 合理 最终 相应 必要
    各种 各类 各项 各级 各方 地 等地 几个 半个 一些 某些 任何 其中 此类 上级 下级 相同 类似
    鲜明 巨大 真实 复杂 强劲 最高 目前 近年 未来 其他 其它 全区 全国 当前
    """
    )
)
"""First words that qualify a mention and not a concept."""
NAME_HEADS = frozenset({"国家", "地区", "标准", "模式", "特色"})
"""Words that make a term with a name before them (东盟国家, 柳州模式)."""
TRANSITIVE = frozenset(
    listed(
        """
    开展 进行 实施 推进 培养 加强 举办 开设 提供 实现 形成 构建 建设 建成 建立 打造 成立 设立
    参加 参观 促进 推动 提升 提高 完善 扩大 增强 强化 坚持 围绕 依托 面向 服务 助力 助推 带动
    引入 引进 输出 输送 整合 集结 借鉴 帮助 应对 支持 鼓励 获得 获评 荣获 完成 解决 满足 适应
    具有 拥有 包括 成为 作为 担任 使用 利用 采用 通过 结合 对接 融入 立足 响应 推广 总结 签署
    签订 颁发 招收 招录 接受 给予 共同 积极 大力 引领 进入 得到 伴随 带领 服务于 深化 探索 负责
    落实 落地 实行 涉及 位于 来自 继续 希望 选派 共有 拜访 彰显 标志 牵头 承办 主办 攻克 填补
    缓解 贯彻 践行 抓好 赋能
    """
    )
)
"""Verbs that open a phrase about a thing and are not part of its name."""
# Words that a term may hold as a noun.
GOVERNING = TRANSITIVE - frozenset(
    listed(
        "服务 支持 探索 推广 引领 输出 引进 引入 推进 提升 应用 利用 标志 适应 结合 总结 培养 建设 指导 赋能"
    )
)
LIGHT_HEADS = frozenset(
    listed(
        """
    建设 发展 改革 创新 研究 管理 服务 培训 教育 教学 交流 合作 协作 实践 探索 推广 提升 提高
    支持 保障 引领 示范 改造 调整 转化 应用 开发 开放 水平
    """
    )
)
"""Verbal nouns that make a mention of what is before them (专业|发展) more often than a term."""
SCOPES = frozenset({"全国", "全区", "全省", "全市", "全校"})
CEREMONIES = ("仪式", "典礼", "庆典")
ATTENDING = frozenset(listed("举行 举办 出席 参加 见证 主持 观看 观摩 召开 进行 组织 开展"))
JOINING = frozenset(
    listed("融合 融通 合作 结合 协同 联动 贯通 衔接 共建 共育 共享 互动 对接 互聘 同行 联合 协作 转化 分流")
)
"""Verbs that, after two parties in short (产教, 校企), make the name of an arrangement."""
